/** The names of values in the help and in errors of usage, `<file>` or `[options]`, which the parser has in English. */
export const placeholderMessages = {
  command: { en: "command", zh: "命令" },
  dir: { en: "dir", zh: "目录" },
  duration: { en: "duration", zh: "时长" },
  file: { en: "file", zh: "文件" },
  format: { en: "format", zh: "格式" },
  job: { en: "job", zh: "任务目录" },
  keys: { en: "keys", zh: "键" },
  language: { en: "language", zh: "语言" },
  n: { en: "n", zh: "n" },
  name: { en: "name", zh: "名称" },
  names: { en: "names", zh: "列名" },
  number: { en: "number", zh: "数量" },
  options: { en: "options", zh: "选项" },
  zone: { en: "zone", zh: "时区" },
} as const;
