/** What a customer's file holds, lacks, and holds no longer fresh (R122, R135, R136). Pure. */
import { addDays, addMonths, compareDates, isoDate, latestOf } from "../dates.ts";
import type { FileRule } from "../policy/customer-file.ts";
import type { Policy } from "../policy/schema.ts";
import type { CustomerType, FiledBy, FileSection, IsoDate, Product } from "../vocabulary.ts";

export interface FiledPaper {
  readonly id: string;
  readonly document: string;
  readonly reference: string;
  readonly datedOn: IsoDate;
  /** Empty where only the document itself was handed in. */
  readonly place: string;
  /** Files that were handed in with it. */
  readonly copies: number;
}

export interface FileFacts {
  readonly customerType: CustomerType;
  /** Before this day nothing was ours to ask. */
  readonly takeOnOn: IsoDate;
  /** The live ones. */
  readonly loans: readonly {
    readonly number: string;
    readonly product: Product;
    readonly disbursedOn: IsoDate;
    /** Overdue or non-performing. */
    readonly isTroubled: boolean;
  }[];
  readonly collateral: readonly { readonly number: string; readonly loanNumber: string }[];
  /** Standing ones, in any order. */
  readonly filed: readonly FiledPaper[];
  /** What the desk itself holds: newest day of each. */
  readonly held: Readonly<Partial<Record<FiledBy, IsoDate>>>;
  /** Item keys of files in approved reports, with the newest day of each. */
  readonly evidence: Readonly<Record<string, IsoDate>>;
}

export interface FileEntry {
  /** As the policy's list names it. */
  readonly document: string;
  readonly section: FileSection;
  /** Number of the loan or the piece of collateral; empty where it is the customer's. */
  readonly reference: string;
  readonly state: "on_file" | "stale" | "missing";
  readonly datedOn: IsoDate | undefined;
  /** What was filed by hand; nothing where the desk itself holds it. */
  readonly paper: FiledPaper | undefined;
  /** Of what is missing: by when it has to be there; of what grows stale: from when. Nothing where it never does, or is not asked for. */
  readonly dueOn: IsoDate | undefined;
}

type FilePolicy = Pick<Policy, "documents">;

/** In the order of the policy's list; of loans and collateral by number. `today` is the unit's own day. */
export function customerFile({ documents }: FilePolicy, facts: FileFacts, today: IsoDate): FileEntry[] {
  return Object.entries(documents.customer_file.documents).flatMap(([document, rule]) =>
    askedOf(rule, facts).map((asked) => entryOf({ documents }, facts, { document, rule, asked, today })),
  );
}

interface Asking {
  readonly document: string;
  readonly rule: FileRule;
  readonly asked: Asked;
  readonly today: IsoDate;
}

function entryOf({ documents }: FilePolicy, facts: FileFacts, { document, rule, asked, today }: Asking): FileEntry {
  const { section } = rule;
  const { reference, since } = asked;
  const of = { document, section, reference };
  const found = newestOf(document, rule, reference, facts);
  if (found === undefined) {
    const { asked_from, due_within_days } = documents.customer_file;
    // What a check or a sheet of the desk's own brings is asked for by that check.
    const isAsked = rule.also === undefined && compareDates(since, latestOf(isoDate(asked_from), facts.takeOnOn)) >= 0;
    const dueOn = isAsked ? addDays(since, due_within_days) : undefined;
    return { ...of, state: "missing", datedOn: undefined, paper: undefined, dueOn };
  }
  const { datedOn, paper } = found;
  const { stale_after_months: months } = rule;
  const dueOn = months === undefined ? undefined : addMonths(datedOn, months);
  const isStale = dueOn !== undefined && compareDates(dueOn, today) <= 0;
  return { ...of, state: isStale ? "stale" : "on_file", datedOn, paper, dueOn };
}

/** The earliest day on which something is asked for; nothing where the file is whole and stays fresh. */
export function fileDueOn(entries: readonly FileEntry[]): IsoDate | undefined {
  const days = entries.flatMap(({ dueOn }) => dueOn ?? []).sort(compareDates);
  return days[0];
}

interface Asked {
  readonly reference: string;
  /** The day from which it was to be had. */
  readonly since: IsoDate;
}

function askedOf(rule: FileRule, facts: FileFacts): Asked[] {
  const { products, customer_types, troubled } = rule;
  if (customer_types !== undefined && !customer_types.includes(facts.customerType)) return [];
  const loans = facts.loans.filter(
    ({ product, isTroubled }) => products?.includes(product) !== false && (troubled !== true || isTroubled),
  );
  const [first] = loans.map(({ disbursedOn }) => disbursedOn).sort(compareDates);
  if (first === undefined) return [];
  switch (rule.of) {
    case "customer":
      return [{ reference: "", since: first }];
    case "loan":
      return loans.map(({ number, disbursedOn }) => ({ reference: number, since: disbursedOn }));
    case "collateral":
      return facts.collateral.flatMap(({ number, loanNumber }) => {
        const loan = loans.find((one) => one.number === loanNumber);
        return loan === undefined ? [] : [{ reference: number, since: loan.disbursedOn }];
      });
  }
}

function newestOf(document: string, rule: FileRule, reference: string, facts: FileFacts) {
  const byHand = facts.filed.filter((paper) => paper.document === document && paper.reference === reference);
  const found: { datedOn: IsoDate; paper?: FiledPaper }[] = [
    ...byHand.map((paper) => ({ datedOn: paper.datedOn, paper })),
    ...(rule.also ?? []).flatMap((kind) => toFound(facts.held[kind])),
    ...(rule.evidence ?? []).flatMap((key) => toFound(facts.evidence[key])),
  ];
  const newest = found.map(({ datedOn }) => datedOn).reduce<IsoDate | undefined>(laterOf, undefined);
  return found.find(({ datedOn }) => datedOn === newest);
}

const toFound = (day: IsoDate | undefined) => (day === undefined ? [] : [{ datedOn: day }]);
const laterOf = (a: IsoDate | undefined, b: IsoDate) => (a === undefined ? b : latestOf(a, b));
