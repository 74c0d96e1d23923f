/** What a report must say before a reviewer sees it (R15-R18, R23, R26). */
import { z } from "zod";
import { WORD_KINDS } from "../gate/words.ts";
import { itemKey } from "../templates/condition.ts";
import { count, marks, positive } from "./marks.ts";

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
  /** How near to an earlier report the officer must say what is new (R24). */
  copied: z.strictObject({
    similarity_at_least: z.number().min(0.5).max(1),
    /** Less free text is not compared. */
    least_characters: positive,
    /** So many last reports of the borrower, and of the officer, are compared with. */
    reports_of_borrower: count,
    reports_of_officer: count,
    ...marks,
  }),
  /** A figure that moved by more than the factor is asked about; so many figures that all repeat are a copy. */
  numbers: z.strictObject({ jump_factor: z.int().min(2), same_figures_from: positive, ...marks }),
  /** Files that prove one visit, and are refused when they were used for another. */
  single_use_files: z.array(itemKey),
  words: z.strictObject(
    Object.fromEntries(WORD_KINDS.map((kind) => [kind, words])) as Record<(typeof WORD_KINDS)[number], typeof words>,
  ),
  ...marks,
});
