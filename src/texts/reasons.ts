import { storedReasons } from "../domain/return-reasons.ts";
import type { Translate } from "./index.ts";

/** The stored list of reason codes as people read it. */
export function reasonTexts(stored: string, t: Translate): string[] {
  return storedReasons(stored).map((reason) => t(`reason.${reason}`));
}
