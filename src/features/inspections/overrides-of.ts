/** What the unit's manager let pass of an open check, and what still waits for them. */
import { createHash } from "node:crypto";
import type { Answers } from "../../domain/check/types.ts";
import type { RefusableRule } from "../../domain/gate/findings.ts";
import { OVERRIDE_STATES, type OverrideState } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface Override {
  readonly id: string;
  readonly state: OverrideState;
  readonly note: string | undefined;
}

export type OverrideOf = (rule: RefusableRule, answerKey: string) => Override | undefined;

/** Of what stands there now: other words, or another file, were never asked about. */
export async function overridesOf(ctx: Context, inspectionId: string, answers: Answers): Promise<OverrideOf> {
  const rows = await ctx.db.gateOverride.findMany({ where: { inspectionId }, orderBy: { askedAt: "asc" } });
  const newest = new Map(rows.map((row) => [`${row.rule} ${row.answerKey} ${row.refusedHash}`, row]));
  return (rule, answerKey) => {
    const row = newest.get(`${rule} ${answerKey} ${refusedHash(answers, answerKey)}`);
    return row === undefined
      ? undefined
      : { id: row.id, state: oneOf(OVERRIDE_STATES, row.state), note: row.note ?? undefined };
  };
}

/** SHA-256 of the answer as it stands. */
export function refusedHash(answers: Answers, answerKey: string): string {
  const value = answers[answerKey]?.value ?? "";
  return createHash("sha256")
    .update(JSON.stringify(typeof value === "string" ? value.trim() : value))
    .digest("hex");
}
