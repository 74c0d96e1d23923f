/** The fields that a form adds by itself to a section; all others come from the policy file. */
export const AS_OF_WORDS = {
  label: { en: "Figures as of", "zh-Hans": "数据截止日期", "zh-Hant": "數據截止日期" },
  why: {
    en: "A figure without its date cannot be compared.",
    "zh-Hans": "没有日期的数据无法比较。",
    "zh-Hant": "沒有日期的數據無法比較。",
  },
} as const;

export const FILES_WORDS = {
  label: { en: "Documents for these figures", "zh-Hans": "上述数据的佐证材料", "zh-Hant": "上述數據的佐證文件" },
  why: {
    en: "The reviewer sees where the figures come from.",
    "zh-Hans": "便于复核人核对数据来源。",
    "zh-Hant": "便於覆核人核對數據來源。",
  },
} as const;

export const KNOWN_WORDS = {
  label: { en: "Is this still so?", "zh-Hans": "以上已知信息是否不变？", "zh-Hant": "以上已知資訊是否不變？" },
  why: {
    en: "What we know already is confirmed with one tick; with No you can change it.",
    "zh-Hans": "系统已有的信息一次确认即可；选“否”可以修改。",
    "zh-Hant": "系統已有的資訊一次確認即可；選「否」可以修改。",
  },
} as const;
