/** The lot of a draw, and its population as it is kept: both so that anybody can draw again. */
import { createHash } from "node:crypto";
import type { Policy } from "../../domain/policy/schema.ts";
import { type DrawnInspection, drawSample, type Passed } from "../../domain/sampling/draw.ts";
import { canonicalText } from "../../platform/audit/index.ts";

/** SHA-256 of the seed, a line break and the number, in hexadecimal: `printf 'SEED\nNUMBER' | sha256sum`. */
export function lotBy(seed: string): (number: string) => string {
  return (number) => createHash("sha256").update(`${seed}\n${number}`).digest("hex");
}

export function populationText(population: readonly Passed[]): string {
  return canonicalText(
    population.map(({ number, officer, always, unseenAfterSimplifiedSurvey: unseen }) => ({
      ...{ number, officer, always: always ?? null },
      ...(unseen === true ? { unseenAfterSimplifiedSurvey: true } : {}),
    })),
  );
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function drawBy({ sampling }: Policy, population: readonly Passed[], seed: string): DrawnInspection[] {
  const { percent, at_least_per_officer: atLeastPerOfficer } = sampling.on_site_recheck;
  const simplifiedSurveyPercent = sampling.simplified_survey_on_site.percent;
  return drawSample(population, { percent, simplifiedSurveyPercent, atLeastPerOfficer }, lotBy(seed));
}
