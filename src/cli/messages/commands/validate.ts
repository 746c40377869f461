/** `validate`. */
export const validateMessages = {
  description: { en: "List every problem in a file; send nothing", zh: "列出文件中的所有问题，不发送" },
  problem: { en: "{path}: problem: {text}", zh: "{path}：问题：{text}" },
  warning: { en: "{path}: warning: {text}", zh: "{path}：警告：{text}" },
  more: {
    en: "{text} – and {count} more like it, in {places}",
    zh: "{text}；另有 {count} 处同类问题，在{places}",
  },
  withoutId: {
    en: {
      one: "{count} interview without external_id: importing it requires --id-namespace NAME",
      other: "{count} interviews without external_id: importing them requires --id-namespace NAME",
    },
    zh: "{count} 场面试没有 external_id：导入时需要 --id-namespace NAME",
  },
  summary: {
    en: "{path}: {interviews} can be imported, {invalid} invalid.",
    zh: "{path}：{interviews}可以导入，{invalid} 场有误。",
  },
} as const;
