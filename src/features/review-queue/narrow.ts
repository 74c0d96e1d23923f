/** What a reviewer may narrow the queue to: one kind of report, one officer. Pure, but for reading what travelled in a button. */
import type { QueueReader } from "./views.ts";
import type { QueueEntry } from "./waiting.ts";

/**
 * `severe`: marked red or orange; `yellow`; `clean`: no mark; `late`: over the reviewer's working days;
 * `borrower`: the borrower's confirmation is waited for.
 */
export const QUEUE_VIEWS = ["all", "severe", "yellow", "clean", "late", "borrower"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export interface QueueChoice {
  readonly view: QueueView;
  /** Who submitted; undefined: everybody. */
  readonly officerId: string | undefined;
}
export const WHOLE_QUEUE: QueueChoice = { view: "all", officerId: undefined };

const SEVERE: readonly (string | null | undefined)[] = ["orange", "red"];
export const isSevere = (level: string | null | undefined): boolean => SEVERE.includes(level);

type Waits = Pick<QueueReader, "waits">;

export function isInQueueView(entry: QueueEntry, view: QueueView, { waits }: Waits): boolean {
  switch (view) {
    case "all":
      return true;
    case "severe":
      return isSevere(entry.level);
    case "yellow":
      return entry.level === "yellow";
    case "clean":
      return entry.level === undefined;
    case "late":
      return waits(entry)?.isLate === true;
    case "borrower":
      return entry.decidableSince === undefined;
  }
}

export function narrowed(
  entries: readonly QueueEntry[],
  { view, officerId }: QueueChoice,
  reader: Waits,
): QueueEntry[] {
  return entries.filter(
    (entry) => isInQueueView(entry, view, reader) && (officerId === undefined || entry.submittedById === officerId),
  );
}

/** Whoever has most in the queue comes first: a menu of Slack's ends at a hundred. */
export function officersOf(entries: readonly QueueEntry[]): { readonly id: string; readonly name: string }[] {
  const counts = new Map<string, { readonly id: string; readonly name: string; count: number }>();
  for (const { submittedById: id, submittedBy: name } of entries) {
    const known = counts.get(id) ?? { id, name, count: 0 };
    counts.set(id, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

/** As it travels in a button: the page, the view, the officer. */
export const pageValue = (page: number, { view, officerId }: QueueChoice): string =>
  [String(page), view, ...(officerId === undefined ? [] : [officerId])].join(" ");

/** Whatever cannot be read is the first page of all. */
export function readPageValue(value: string): { readonly page: number; readonly choice: QueueChoice } {
  const [page = "", view, officerId] = value.split(" ");
  const number = Number(page);
  return {
    page: Number.isSafeInteger(number) ? number : 0,
    choice: { view: QUEUE_VIEWS.find((one) => one === view) ?? "all", officerId },
  };
}
