/** `validate`. */
export const validateMessages = {
  description: {
    en: "List every problem in a file; send nothing",
    zh: "列出文件中的所有问题，不向飞书发送任何内容",
  },
  problem: { en: "{path}: problem: {text}", zh: "{path}：问题：{text}" },
  warning: { en: "{path}: warning: {text}", zh: "{path}：警告：{text}" },
  more: {
    en: "{text} – and {count} more like this: {places}",
    zh: "{text}；另有{count}处同类问题：{places}",
  },
  withoutId: {
    en: {
      one: "{count} interview without external_id: to import it, name the system that it comes from, such as --id-namespace greenhouse",
      other:
        "{count} interviews without external_id: to import them, name the system that they come from, such as --id-namespace greenhouse",
    },
    zh: "{count}场面试没有 external_id：导入时请用 --id-namespace 指明它们来自哪个系统，例如 --id-namespace greenhouse",
  },
  summary: {
    en: "{path}: {interviews} can be imported, {invalid} invalid.",
    zh: "{path}：{interviews}可以导入，{invalid}场有误。",
  },
} as const;
