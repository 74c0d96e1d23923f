/** What the form asks of each risk and of its measure; a template holds none of it. */
import type { Sentences } from "../vocabulary.ts";

export function riskTitle(place: number): Sentences {
  return {
    en: `Risk ${place} and its measure`,
    "zh-Hans": `风险${place}及其措施`,
    "zh-Hant": `風險${place}及其措施`,
  };
}

export const RISK_WORDS = {
  risk: {
    label: { en: "The risk, with its figure", "zh-Hans": "风险及其数据", "zh-Hant": "風險及其數據" },
    why: {
      en: "What could keep the loan from being repaid, and how much of it.",
      "zh-Hans": "可能影响还款的情况，以及涉及的数量。",
      "zh-Hant": "可能影響還款的情況，以及涉及的數量。",
    },
  },
  about: {
    label: {
      en: "Answers out of range that it is about",
      "zh-Hans": "该风险涉及的超阈值项目",
      "zh-Hant": "該風險涉及的超閾值項目",
    },
    why: {
      en: "An answer out of range that no risk is about is asked about before you submit.",
      "zh-Hans": "没有对应风险的超阈值项目，提交前会再问一次。",
      "zh-Hant": "沒有對應風險的超閾值項目，提交前會再問一次。",
    },
  },
} as const;

export const MEASURE_WORDS = {
  goal: {
    label: { en: "Measure: what is done", "zh-Hans": "措施：做什么", "zh-Hant": "措施：做什麼" },
    why: {
      en: "A risk without a measure is only a complaint.",
      "zh-Hans": "有风险就要有措施、责任人和期限。",
      "zh-Hant": "有風險就要有措施、責任人和期限。",
    },
  },
  owner: {
    label: { en: "First responsible person", "zh-Hans": "第一责任人", "zh-Hant": "第一責任人" },
    why: {
      en: "One person, who is reminded of it; what several answer for, nobody does.",
      "zh-Hans": "只能一人，到期提醒该人；多人负责等于无人负责。",
      "zh-Hant": "只能一人，到期提醒該人；多人負責等於無人負責。",
    },
  },
  due: {
    label: { en: "By when", "zh-Hans": "完成期限", "zh-Hant": "完成期限" },
    why: {
      en: "Reminders begin before this day; afterwards it climbs like a late inspection.",
      "zh-Hans": "到期前提醒，逾期后与逾期检查一样逐级上报。",
      "zh-Hant": "到期前提醒，逾期後與逾期檢查一樣逐級上報。",
    },
  },
  proof: {
    label: { en: "How it will be seen", "zh-Hans": "以什么证明完成", "zh-Hant": "以什麼證明完成" },
    why: {
      en: "The document, figure or photo by which a second person can tell that it was done.",
      "zh-Hans": "供第二人据以确认完成的文件、数据或照片。",
      "zh-Hant": "供第二人據以確認完成的文件、數據或照片。",
    },
  },
} as const;
