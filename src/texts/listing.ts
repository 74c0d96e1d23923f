/** Several things in one line, as each language parts them. */
import type { Language } from "../domain/vocabulary.ts";

export function listingText(language: Language, parts: readonly string[]): string {
  return parts.join(language === "en" ? "; " : "；");
}
