/** The smallest template that is right, as a policy file writes it, to be made wrong in one place. */
export const words = { en: "A", "zh-Hans": "甲", "zh-Hant": "甲" };
const asked = { label: words, why: words, source: ["D"] };
export const aNumber = { key: "figure", type: "number", unit: "yuan", scale: 2, ...asked };
export const aText = { key: "words", type: "text", ...asked };

export const aBlock = (items: object[], more: object = {}) => ({
  key: "block",
  kind: "product",
  per: "loan",
  title: words,
  items,
  ...more,
});
export const aTemplate = (blocks: object[], more: object = {}) => ({
  id: "test",
  products: ["mortgage"],
  blocks,
  ...more,
});
