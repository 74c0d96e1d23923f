export { factsJsonSchema } from "./schema.ts";
export { answerPush } from "./take-event.ts";
