/** Words of other systems whose meaning is certain, by the word of this tool. */
const CONCLUSIONS: Readonly<Record<string, readonly string[]>> = {
  Passed: ["strong yes", "yes", "strong hire", "hire", "通过", "满意", "强烈推荐", "推荐"],
  Failed: [
    "no",
    "definitely not",
    "strong no",
    "no hire",
    "不通过",
    "未通过",
    "不满意",
    "淘汰",
    "不推荐",
    "强烈不推荐",
  ],
  Pending: ["no decision", "待定", "保留"],
};
const STATUSES: Readonly<Record<string, readonly string[]>> = {
  Participated: ["complete", "已完成", "已参加", "已到场"],
  NoShow: ["no show", "爽约", "未到场"],
};
/** Interviews that were cancelled, or are still to come. */
const LEFT_OUT = ["cancelled", "canceled", "scheduled", "upcoming", "已取消", "取消", "未开始", "待面试"];

export const SAFE_WORDS: Readonly<Record<"conclusion" | "participate_status", ReadonlyMap<string, string>>> =
  {
    conclusion: invert(CONCLUSIONS),
    participate_status: invert(STATUSES),
  };

export function isLeftOut(word: string): boolean {
  return LEFT_OUT.includes(word.trim().toLowerCase());
}

function invert(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([to, list]) => list.map((from) => [from, to] as const)));
}
