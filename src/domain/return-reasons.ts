/** Reason codes of a return (R78). */
import { RETURN_REASONS, type ReturnReason } from "./vocabulary.ts";

/** The codes of a stored JSON list, in the order of the vocabulary; a code that is no longer known is left out. */
export function storedReasons(stored: string): ReturnReason[] {
  const codes: unknown = JSON.parse(stored);
  return RETURN_REASONS.filter((reason) => Array.isArray(codes) && codes.includes(reason));
}
