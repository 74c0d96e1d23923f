/** One thing that is not as it should be. */
import type { FindingKind } from "../../domain/watchdog/index.ts";

export interface Difference {
  /** The same difference has the same key at every look. */
  readonly key: string;
  readonly kind: FindingKind;
  /** Who was not told, or for whom the message was. */
  readonly personId?: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** What the report and the repair need; no names, no text. */
  readonly detail: Readonly<Record<string, string>>;
}
