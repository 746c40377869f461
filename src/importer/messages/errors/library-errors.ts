/** What is damaged in a workbook. The libraries that read it give the details in English. */
export const workbookDamages = {
  archive: "文件结构不完整",
  part: "内部文件缺失或有误",
} as const;

const YAML_ERRORS: Readonly<Record<string, string | undefined>> = {
  BAD_DQ_ESCAPE: "双引号中的反斜杠用法不对",
  BAD_INDENT: "缩进不对，或上面的括号没有闭合",
  BAD_SCALAR_START: "以特殊符号开头",
  BLOCK_IN_FLOW: "括号内的写法不对",
  MISSING_CHAR: "缺少引号、括号、冒号或空格",
  MULTILINE_IMPLICIT_KEY: "冒号左边的名称跨了几行",
  MULTIPLE_DOCS: "有多余的 --- 行",
  UNEXPECTED_TOKEN: "有多余的内容",
};

/** What a YAML parser's code of an error means in Chinese. */
export function describeYamlError(code: string): string {
  return YAML_ERRORS[code] ?? "无法解析";
}
