/** `template`. */
export const templateMessages = {
  description: { en: "Print a sample file to start from", zh: "输出一个示例文件" },
  output: { en: "Write it to a file instead", zh: "写入文件，而不是输出到终端" },
  needsOutput: {
    en: "A workbook cannot be printed: name a file with --output.",
    zh: "工作簿不能直接输出到终端，请用 --output 指定文件。",
  },
  written: { en: "Wrote {path}.", zh: "已写入“{path}”。" },
  exists: {
    en: "{path} already exists. Name another file, or delete that one first.",
    zh: "“{path}”已存在。请换一个文件名，或先删除它。",
  },
  cannotWrite: { en: "Cannot write {path}: {reason}", zh: "无法写入“{path}”：{reason}" },
} as const;
