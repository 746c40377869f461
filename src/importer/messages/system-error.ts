import type { LocalText } from "./phrase.js";

/** What the codes of the operating system mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: "没有权限",
  EBUSY: "文件正被其他程序使用",
  EEXIST: "已存在",
  EIO: "读写出错",
  EISDIR: "是文件夹，不是文件",
  EMFILE: "打开的文件过多",
  ENOENT: "文件不存在",
  ENOSPC: "磁盘已满",
  ENOTDIR: "路径中有一段不是文件夹",
  EPERM: "没有权限",
  EROFS: "磁盘只读",
};

export function isMissingFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** An error of the operating system in both languages: in English, its own message. */
export function describeSystemError(error: unknown): LocalText {
  const en = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const zh = MEANINGS[code];
  return { en, zh: zh ?? en };
}
