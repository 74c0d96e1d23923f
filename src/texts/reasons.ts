import { RETURN_REASONS } from "../domain/vocabulary.ts";
import type { Translate } from "./index.ts";

/** The stored list of reason codes as people read it. */
export function reasonTexts(stored: string, t: Translate): string[] {
  const codes: unknown = JSON.parse(stored);
  return RETURN_REASONS.filter((reason) => Array.isArray(codes) && codes.includes(reason)).map((reason) =>
    t(`reason.${reason}`),
  );
}
