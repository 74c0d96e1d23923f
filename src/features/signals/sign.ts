/** A sign of trouble as it comes in, from a person or from the engine. */
import type { IsoDate, SignalLevel, SignalPath } from "../../domain/vocabulary.ts";

export interface Sign {
  readonly code: string;
  readonly level: SignalLevel;
  readonly path: SignalPath;
  readonly isVeto: boolean;
  readonly borrower: { readonly id: string; readonly unitId: string; readonly keeperId: string | null };
  readonly subject: { readonly kind: string; readonly id: string };
  /** Nobody: the engine. */
  readonly raisedById: string | null;
  readonly words: string;
  /** The figures and the rule, as JSON text. */
  readonly because: string | null;
  /** From which day those figures are, as `detectableOn` reads them; nothing where a person saw it. */
  readonly factOn?: IsoDate | undefined;
  readonly isUnsure: boolean;
  readonly isRestricted: boolean;
  /** Staff it is about. */
  readonly named: readonly string[];
}
