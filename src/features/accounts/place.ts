/** A page of a customer's card, as a button names it. */
import { z } from "zod";

export const CARD_PARTS = ["card", "loans", "collateral", "file"] as const;
export type CardPart = (typeof CARD_PARTS)[number];

const place = z.object({
  id: z.string(),
  part: z.enum(CARD_PARTS),
  /** Counted from 0. */
  page: z.int().min(0).max(10_000),
});
export type CardPlace = z.infer<typeof place>;

export const placeText = (at: CardPlace): string => JSON.stringify(at);

/** The card itself where the text names no page. */
export function readPlace(text: string): CardPlace {
  const read = z
    .string()
    .transform((json, problem): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        problem.addIssue("is no JSON");
        return z.NEVER;
      }
    })
    .pipe(place)
    .safeParse(text);
  return read.success ? read.data : { id: text, part: "card", page: 0 };
}
