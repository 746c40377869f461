import type { LocalText } from "./phrase.js";

/** What the codes of the operating system mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EBUSY: "文件正被其他程序使用",
  EDQUOT: "磁盘配额已用完",
  EEXIST: "已有同名的文件或文件夹",
  EFBIG: "文件过大",
  EINVAL: "路径或参数无效",
  EIO: "读写出错",
  EISDIR: "是文件夹，不是文件",
  ELOOP: "符号链接循环",
  EMFILE: "打开的文件过多",
  ENAMETOOLONG: "文件名过长",
  ENFILE: "系统打开的文件过多",
  ENOENT: "文件或文件夹不存在",
  ENOSPC: "磁盘已满",
  ENOTDIR: "路径中有一段不是文件夹",
  ENOTEMPTY: "文件夹不为空",
  EPERM: "没有权限",
  EPIPE: "接收方已关闭",
  EROFS: "磁盘只读",
  ETXTBSY: "文件正被其他程序使用",
};

export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** An error of the operating system in both languages: in English, its own message. */
export function describeSystemError(error: unknown): LocalText {
  const en = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "") return { en, zh: en };
  return { en, zh: MEANINGS[code] ?? `错误代码 ${code}` };
}
