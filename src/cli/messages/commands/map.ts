/** `map`. */
export const mapMessages = {
  description: {
    en: "Draft a mapping file: which column of a table becomes what",
    zh: "生成映射文件的草稿：表格的各列分别对应什么",
  },
  exists: {
    en: "{mapping} already exists. Rename or delete it to create a new draft.",
    zh: "“{mapping}”已存在。要重新生成，请先将其改名或删除。",
  },
  written: {
    en: "Wrote {mapping}: {understood} of {columns} columns were recognized.",
    zh: "已写入“{mapping}”：识别出{understood}列（共{columns}列）。",
  },
  fillIn: {
    en: {
      one: "Open {mapping} in a text editor, fill in {count} blank, then run:",
      other: "Open {mapping} in a text editor, fill in {count} blanks, then run:",
    },
    zh: "请用文本编辑器打开“{mapping}”，填写其中{count}处空白，然后运行：",
  },
  check: {
    en: "Check {mapping} in a text editor, then run:",
    zh: "请用文本编辑器打开“{mapping}”核对一遍，然后运行：",
  },
} as const;
