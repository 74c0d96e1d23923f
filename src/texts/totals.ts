/** What a recount says. */
export const totals = {
  en: {
    "command.recount.summary": "Count everything again and hold it beside the totals that digests read",
    "totals.agree": "The totals are what a recount finds: {count, plural, one {# thing} other {# things}} in all.",
    "totals.differ": "{count, plural, one {# total differs} other {# totals differ}} from the recount.",
    "totals.mended": "{count, plural, one {# total was} other {# totals were}} mended; the audit log says which.",
    "totals.how_to_mend": "Write the missing changes: recount --mend",
    "totals.difference":
      "{unit} {kind} {state} {date}: {recounted, number} counted now, {counted, number} in the total",
    "totals.more": "… and {count, number} more",
  },
  "zh-Hans": {
    "command.recount.summary": "重新计数，并与简报所用的汇总数核对",
    "totals.agree": "汇总数与重新计数一致，共 {count, number} 项。",
    "totals.differ": "有 {count, number} 个汇总数与重新计数不符。",
    "totals.mended": "已更正 {count, number} 个汇总数，明细见审计日志。",
    "totals.how_to_mend": "补记缺少的变动：recount --mend",
    "totals.difference": "{unit} {kind} {state} {date}：重新计数 {recounted, number}，汇总数 {counted, number}",
    "totals.more": "……还有 {count, number} 个",
  },
  "zh-Hant": {
    "command.recount.summary": "重新計數，並與簡報所用的彙總數核對",
    "totals.agree": "彙總數與重新計數一致，共 {count, number} 項。",
    "totals.differ": "有 {count, number} 個彙總數與重新計數不符。",
    "totals.mended": "已更正 {count, number} 個彙總數，明細見稽核日誌。",
    "totals.how_to_mend": "補記缺少的變動：recount --mend",
    "totals.difference": "{unit} {kind} {state} {date}：重新計數 {recounted, number}，彙總數 {counted, number}",
    "totals.more": "……還有 {count, number} 個",
  },
} as const;
