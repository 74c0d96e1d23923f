/** What a report must say before a reviewer sees it (R15-R18, R23, R26). */
import { z } from "zod";
import { WORD_KINDS } from "../gate/words.ts";
import { itemKey } from "../templates/condition.ts";
import { marks } from "./marks.ts";

const phrases = z.array(z.string().min(1));

/** The two Chinese scripts stand in the same order, so that a phrase missing in one of them is found here. */
const words = z
  .strictObject({ en: phrases, "zh-Hans": phrases, "zh-Hant": phrases })
  .refine((lists) => lists["zh-Hans"].length === lists["zh-Hant"].length, {
    message: "zh-Hans and zh-Hant hold the same phrases in the same order, and one has more than the other",
  });

export const gateSchema = z.strictObject({
  /** The text items that are refused when they hold nothing but words. */
  concludes: z.array(itemKey),
  words: z.strictObject(
    Object.fromEntries(WORD_KINDS.map((kind) => [kind, words])) as Record<(typeof WORD_KINDS)[number], typeof words>,
  ),
  ...marks,
});
