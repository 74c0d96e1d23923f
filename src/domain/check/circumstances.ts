/** What was known of a borrower when a check began, and decides what it asks. Kept with the draft and the report (R63, R64). */
import { z } from "zod";
import { OPEN_MATTERS, type OpenMatter, type Situation } from "../templates/asking.ts";
import { RISK_TIERS, ZONES } from "../vocabulary.ts";
import { compare, decimal } from "./decimal.ts";

export const circumstancesSchema = z.object({
  /** The worst of the loans. */
  tier: z.enum(RISK_TIERS),
  zone: z.enum(ZONES),
  /** Drawn, in whole units of the policy's currency and hundredths, as decimal text. */
  exposure: z.string(),
  inSeason: z.boolean(),
  open: z.array(z.enum(OPEN_MATTERS)),
  /** A light check asks only what has its turn of what rotates. */
  light: z.boolean(),
  rotatingPerCheck: z.int(),
  /** By answer key: in how many checks running a rotating item was not asked. */
  unaskedFor: z.record(z.string(), z.int()),
  /** By subject: what the record held, for derived figures and known answers. */
  facts: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** By answer key: what the last report said, for known answers. */
  carried: z.record(z.string(), z.string()).default({}),
});
export type Circumstances = z.infer<typeof circumstancesSchema>;

/** The first of these situations that holds, or undefined. Nothing known (a check of an earlier release): the first. */
export function holdingSituation(
  situations: readonly Situation[],
  circumstances: Circumstances | undefined,
): Situation | undefined {
  return circumstances === undefined ? situations[0] : situations.find((one) => holds(one, circumstances));
}

function holds({ tiers, zones, exposure_over, in_season, open }: Situation, known: Circumstances): boolean {
  const isOpen = (matter: OpenMatter) => known.open.includes(matter);
  return (
    (tiers?.includes(known.tier) ?? true) &&
    (zones?.includes(known.zone) ?? true) &&
    (exposure_over === undefined || isOver(known.exposure, exposure_over)) &&
    (in_season === undefined || known.inSeason) &&
    (open?.some(isOpen) ?? true)
  );
}

function isOver(amount: string, limit: number): boolean {
  const [exposure, most] = [decimal(amount), decimal(String(limit))];
  return exposure !== undefined && most !== undefined && compare(exposure, most) > 0;
}
