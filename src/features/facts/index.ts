/** What files and other systems tell: how it comes in. */
export { SOURCE_NAME } from "./event.ts";
export { type FactFileWishes, importFacts } from "./import-facts.ts";
export { loadFactMapping } from "./mapping.ts";
export { factsJsonSchema } from "./schema.ts";
export { answerPush } from "./take-event.ts";
export type { FactsFollowed } from "./take-rows.ts";
export { factFileView } from "./views.ts";
