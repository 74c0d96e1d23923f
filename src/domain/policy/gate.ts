/** What a report must say before a reviewer sees it (R15-R18, R23, R26). */
import { z } from "zod";
import { breaks } from "../broken-rule.ts";
import { REFUSABLE_RULES } from "../gate/findings.ts";
import { WORD_KINDS } from "../gate/words.ts";
import { itemKey } from "../templates/condition.ts";
import { count, marks, positive, slug } from "./marks.ts";

const phrases = z.array(z.string().min(1));

/** The two Chinese scripts stand in the same order, so that a phrase missing in one of them is found here. */
const words = z
  .strictObject({ en: phrases, "zh-Hans": phrases, "zh-Hant": phrases })
  .refine((lists) => lists["zh-Hans"].length === lists["zh-Hant"].length, breaks("phrases_differ"));

export const gateSchema = z.strictObject({
  /** The text items that must hold more than words. */
  concludes: z.array(itemKey),
  /** What is refused outright, until the unit's manager lets it pass; all else is told to the reviewer. */
  refuses: z.array(z.enum(REFUSABLE_RULES)),
  /**
   * The yes/no question that opens a step for each risk with its measure (R26, R27, R50), how many at most, and the text that
   * says why there is none: a report holds one or the other.
   */
  risks: z
    .strictObject({ asked_by: itemKey, none_because: itemKey.optional(), most: z.int().min(1).max(20), ...marks })
    .optional(),
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
  /** Files that prove one visit: what must not have been used for another. An item of type evidence, or `BLOCK_files`, the papers of a block. */
  single_use_files: z.array(slug),
  /** Of the 64 signs by which a picture is known again, so many may differ in the same picture saved or cut anew. */
  alike_pictures: z.strictObject({ signs_differ_at_most: z.int().min(0).max(20), ...marks }),
  words: z.strictObject(
    Object.fromEntries(WORD_KINDS.map((kind) => [kind, words])) as Record<(typeof WORD_KINDS)[number], typeof words>,
  ),
  ...marks,
});
