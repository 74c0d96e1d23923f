/** What was known of a borrower when a check began, and decides what it asks. Kept with the draft and the report (R63, R64). */
import { z } from "zod";
import { OPEN_MATTERS, type OpenMatter, type Situation, WARNINGS } from "../templates/asking.ts";
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
  /** Which warnings are open; `open` then holds `signals`. */
  warnings: z.array(z.enum(WARNINGS)).default([]),
  /** By loan: what its approval asked for and is not met, one condition a line. */
  conditions: z.record(z.string(), z.string()).default({}),
  /** A light check asks only what has its turn of what rotates. */
  light: z.boolean(),
  rotatingPerCheck: z.int(),
  /** By answer key: in how many checks running a rotating item was not asked. */
  unaskedFor: z.record(z.string(), z.int()),
  /** By subject: what the record held, for derived figures and known answers. */
  facts: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Checked with others in a batch. */
  batch: z.literal(true).optional(),
  /** By answer key: what the last report said, for known answers. */
  carried: z.record(z.string(), z.string()).default({}),
});
export type Circumstances = z.infer<typeof circumstancesSchema>;

/** The first of these situations that holds, or undefined. Nothing known (a check of an earlier release): the first. */
export function holdingSituation(
  situations: readonly Situation[],
  circumstances: Circumstances | undefined,
  subject: string,
): Situation | undefined {
  return circumstances === undefined ? situations[0] : situations.find((one) => holds(one, circumstances, subject));
}

/** Which of these matters are open for a subject: conditions are those of the one loan. */
export function openOf(
  matters: readonly OpenMatter[],
  { open, conditions }: Circumstances,
  subject: string,
): OpenMatter[] {
  const isTheirs = (matter: OpenMatter) =>
    matter !== "approval_conditions" || !subject.startsWith("loan:") || conditions[subject] !== undefined;
  return matters.filter((matter) => open.includes(matter) && isTheirs(matter));
}

function holds(
  { tiers, zones, exposure_over, in_season, open }: Situation,
  known: Circumstances,
  subject: string,
): boolean {
  return (
    (tiers?.includes(known.tier) ?? true) &&
    (zones?.includes(known.zone) ?? true) &&
    (exposure_over === undefined || isOver(known.exposure, exposure_over)) &&
    (in_season === undefined || known.inSeason) &&
    (open === undefined || openOf(open, known, subject).length > 0)
  );
}

function isOver(amount: string, limit: number): boolean {
  const [exposure, most] = [decimal(amount), decimal(String(limit))];
  return exposure !== undefined && most !== undefined && compare(exposure, most) > 0;
}
