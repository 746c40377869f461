/** `template`. */
export const templateMessages = {
  description: { en: "Print a sample file to start from", zh: "打印一个示例文件" },
} as const;
