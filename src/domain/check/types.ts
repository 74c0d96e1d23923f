/** The shapes of a check form, its answers and what is said about them. */

import type { KnownFacts } from "../gate/figures.ts";
import type { RefusableRule } from "../gate/findings.ts";
import type { GateWords } from "../gate/words.ts";
import type { Refusal } from "../refusal.ts";
import type { OpenMatter, Situation, Warning } from "../templates/asking.ts";
import type { CheckItem, CollateralKind } from "../templates/item.ts";
import type { TemplateBlock } from "../templates/template.ts";
import type { ItemUnit } from "../templates/units.ts";
import type {
  CustomerType,
  InspectionKind,
  IsoDate,
  Product,
  ProjectPhase,
  Sentences,
  VisitMode,
} from "../vocabulary.ts";
import type { Circumstances } from "./circumstances.ts";

/** Who and what one inspection looks at. `loans` are the borrower's live ones, fixed when the check was started. */
export interface CheckSubject {
  readonly kind: InspectionKind;
  readonly mode: VisitMode;
  readonly customerType: CustomerType;
  readonly loans: readonly CheckedLoan[];
  readonly collateral?: readonly CheckedCollateral[];
  readonly guarantors?: readonly { readonly guarantorId: string; readonly name: string }[];
  /** The day of the last visit, where there was one. */
  readonly lastVisitedOn?: IsoDate;
  /** What the form's own questions were answered: rows of groups, and whether what is known is still so. */
  readonly said?: Readonly<Record<AnswerKey, string | readonly string[]>>;
  /** Without them (a check begun by an earlier release) everything is asked. */
  readonly circumstances?: Circumstances;
}

export interface CheckedLoan {
  readonly loanId: string;
  readonly number: string;
  readonly product: Product;
  readonly phase?: ProjectPhase;
  readonly disbursedOn?: IsoDate;
}

export interface CheckedCollateral {
  readonly collateralId: string;
  readonly name: string;
  readonly kind: CollateralKind;
  /** The loans it secures; without them, all. */
  readonly loanIds?: readonly string[];
}

/** `borrower`, or `loan:`, `collateral:`, `guarantor:` and the identifier. */
export type SubjectAddress = string;
/** `SUBJECT/ITEM`, and `#N` for the rows of a repeating group. */
export type AnswerKey = string;

/** An item, settled for one subject, kind and mode. */
export interface FormItem extends CheckItem {
  readonly answerKey: AnswerKey;
  readonly subject: SubjectAddress;
  /** Where this number's as-of date is asked. */
  readonly asOfKey?: AnswerKey;
  /** How many people, files or choices this mode of visit needs. */
  readonly atLeast?: number;
  readonly notBefore?: IsoDate;
  readonly disbursedOn?: IsoDate;
  readonly blockKey: string;
  /** Of a repeating group, counted from 1. */
  readonly row?: number;
  /** Of the record, for what is derived. */
  readonly facts?: Readonly<Record<string, string>>;
  /** Known already and not denied: not asked, and answered with this. */
  readonly given?: string;
  /** Known, and asked again because the person says that it changed. */
  readonly knownBefore?: string;
  /** The items of a group, where this is the list of its rows. */
  readonly groupKeys?: readonly string[];
  /** Asked because it has its turn, or because of the situation; otherwise it is asked always. */
  readonly askedBecause?: AskedBecause;
  /** A field that the form adds by itself: an as-of date, the documents of a section, a risk and its measure. */
  readonly own?: true;
  /** A date that lies ahead, or is today. */
  readonly notPast?: true;
}

/** A section, or a part of one. Several may be shown together (`pages.ts`). */
export interface FormStep {
  /** `SUBJECT/BLOCK/N`, the same whenever the same form is made again. */
  readonly id: string;
  readonly blockKey: string;
  readonly subject: SubjectAddress;
  readonly title: Sentences;
  /** The loan's number or the collateral's or guarantor's name, as the source wrote it: escape it. */
  readonly about?: string;
  readonly part: { readonly number: number; readonly of: number };
  /** Files are a step of their own. */
  readonly files: boolean;
  /** Stands by itself: the conclusion, a risk. */
  readonly alone?: true;
  /** A repeating group of which this step holds some rows, or several that have none yet. */
  readonly groups?: readonly FormGroup[];
  readonly items: readonly FormItem[];
}

export interface FormGroup {
  /** Where the list of rows is kept: `SUBJECT/BLOCK_rows`. */
  readonly rowsKey: AnswerKey;
  readonly rows: readonly number[];
  readonly atLeast: number;
  readonly most: number;
  /** What one row is called. */
  readonly row: Sentences;
}

export type AskedBecause =
  | { readonly turn: number }
  | {
      readonly situation: Situation;
      /** What of it is open. */
      readonly open: readonly OpenMatter[];
      readonly warnings: readonly Warning[];
      /** What the approval of this loan asked for, one condition a line. */
      readonly conditions?: string;
    };

export interface CheckForm {
  readonly steps: readonly FormStep[];
  /** Rotating items that do not have their turn. */
  readonly passedOver: readonly FormItem[];
}

/** What is stored: decimal text with the item's scale, a date, a choice or words; or a list of people, files, choices. */
export interface StoredAnswer {
  readonly value: string | readonly string[];
  readonly unit?: ItemUnit;
  readonly asOf?: IsoDate;
}
export type Answers = Readonly<Record<AnswerKey, StoredAnswer>>;

/** What the rules need to know besides the answers. */
export interface CheckFacts {
  readonly today: IsoDate;
  /** The answers of the borrower's last report, for conditions that name `last`. */
  readonly last?: Answers;
  /** What a conclusion must hold; without it, any words will do. */
  readonly gate?: GateFacts;
}

export interface GateFacts {
  /** Keys of the items that conclude. */
  readonly concludes: readonly string[];
  /** What is refused outright; the rest is told and let through. */
  readonly refuses: readonly RefusableRule[];
  readonly words: GateWords;
  readonly known: KnownFacts;
  /** The question whether a risk was found, and the text that says why none was. */
  readonly risks?: { readonly asked_by: string; readonly none_because?: string | undefined } | undefined;
}

/** A refusal and the step that a person must go back to. `refusal.field` is the answer key. */
export interface FieldError {
  readonly stepId: string;
  readonly answerKey: AnswerKey;
  readonly refusal: Refusal;
  /** A rule of the gate that somebody may let pass, and how that stands. */
  readonly gate?: { readonly rule: RefusableRule; readonly asked?: "asked" | "declined"; readonly note?: string };
}

/** One block asked of one subject, before it is cut into steps. */
export interface Section {
  readonly block: TemplateBlock;
  readonly subject: SubjectAddress;
  readonly about?: string;
  readonly loan?: CheckedLoan;
  readonly collateral?: CheckedCollateral;
}
