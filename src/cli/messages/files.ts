/** Files and credentials that a command is given. */
export const fileMessages = {
  cannotRead: { en: "Cannot read {path}. Is the name right?", zh: "无法读取 {path}，请检查文件名。" },
  isDirectory: { en: "{path} is a directory, not a file.", zh: "{path} 是文件夹，不是文件。" },
  usesMapping: { en: "Using the mapping {mapping}.", zh: "使用映射文件 {mapping}。" },
  unclearFormat: {
    en: "{path} is neither .xlsx, .csv, .jsonl nor .json: name its format with --format.",
    zh: "{path} 不是 .xlsx、.csv、.jsonl 或 .json：请用 --format 指明格式。",
  },
  missingCredential: {
    en: "{name} is missing: set it in the environment, or write {name}=… to a file and pass that with --credentials.",
    zh: "缺少 {name}：请设为环境变量，或在文件中写入 {name}=…，再用 --credentials 指定该文件。",
  },
  cannotReadCredentials: { en: "Cannot read --credentials {path}.", zh: "无法读取 --credentials {path}。" },
} as const;
