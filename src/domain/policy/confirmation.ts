/** When the borrower confirms a check, and what of it they are shown (R21, R22). */
import { z } from "zod";
import { itemKey } from "../templates/condition.ts";
import { CUSTOMER_TYPES, INSPECTION_KINDS, VISIT_MODES } from "../vocabulary.ts";
import { marks } from "./marks.ts";

export const confirmationSchema = z.strictObject({
  /** Due where all three fit: the kind of inspection, the way it was done, and who the borrower is. */
  kinds: z.array(z.enum(INSPECTION_KINDS)),
  modes: z.array(z.enum(VISIT_MODES)),
  customer_types: z.array(z.enum(CUSTOMER_TYPES)),
  /** Questions in words that the borrower is shown: what was seen, what they said. */
  words: z.array(itemKey),
  /** Figures that are the lender's own knowledge, not the borrower's to confirm. */
  leave_out: z.array(itemKey),
  ...marks,
});
export type ConfirmationRules = z.infer<typeof confirmationSchema>;
