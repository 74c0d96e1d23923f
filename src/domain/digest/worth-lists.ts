/** Lists of a digest that no total counts: cases by what was recorded of them, and risks that their keepers saw first (R51, R55). */
export const WORTH_LISTS = ["cases_stated", "cases_unstated", "cases_early", "cases_late", "found_early"] as const;
export type WorthListName = (typeof WORTH_LISTS)[number];

export const isWorthList = (name: string): name is WorthListName => WORTH_LISTS.some((one) => one === name);
