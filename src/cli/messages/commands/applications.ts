/** `applications`. */
export const applicationsMessages = {
  description: {
    en: "List the external applications of talents, for the ids that an import needs",
    zh: "按人才 ID 列出外部投递，得到导入所需的外部投递 ID",
  },
  column: { en: "Column with the talent ids", zh: "人才 ID 所在的列" },
  output: {
    en: "Write to this file; continue it if it exists",
    zh: "写入该文件；已存在时接着写",
  },
  dryRun: {
    en: "Show how many talents would be looked up; send nothing",
    zh: "显示将查询多少位人才，不向飞书发送任何内容",
  },
  wouldFind: {
    en: {
      one: "Dry run: {count} talent would be looked up. Nothing was sent.",
      other: "Dry run: {count} talents would be looked up. Nothing was sent.",
    },
    zh: "试运行：将查询{count}位人才。未向飞书发送任何内容。",
  },
  progress: { en: "talents {done}/{total}", zh: "人才{done}/{total}" },
  isOther: {
    en: "{path} already exists, and was not written by this command. Name another file with --output.",
    zh: "“{path}”已存在，且不是本命令写入的。请用 --output 另指定一个文件。",
  },
  interrupted: {
    en: "Interrupted. Run the same command again to resume.",
    zh: "已中断。再次运行同一条命令即可继续。",
  },
  talents: { en: "talents", zh: "人才" },
  applications: { en: "applications", zh: "外部投递" },
  several: { en: "talents with several applications", zh: "有多个外部投递的人才" },
  keepOne: {
    en: "(keep the line that the interviews belong to, delete the others)",
    zh: "（请只保留面试所属的那一行，删除其余各行）",
  },
  without: { en: "talents without an application", zh: "没有外部投递的人才" },
  unknown: { en: "talents not in Feishu", zh: "飞书中不存在的人才" },
} as const;
