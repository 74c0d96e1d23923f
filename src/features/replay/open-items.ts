/** What is open in a remembered book, by due date: asked each morning for what is due by then, and no more. */
import { compareDates } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { deskState, heldOn, type LateRow } from "../ladder/index.ts";
import type { OpenItem } from "../morning/index.ts";

type Standing = Omit<OpenItem, "assigneeId"> & Pick<LateRow, "assigneeId">;

/** As the record has it. */
export interface OpenRow extends LateRow {
  readonly borrowerId: string;
}

interface Entry {
  readonly row: OpenRow;
  readonly item: Standing;
}

export class OpenItems {
  private readonly byDueOn = new Map<string, Map<string, Entry>>();
  private readonly dueOnOf = new Map<string, string>();
  private readonly returned: readonly Entry[];

  /** Open ones; and returned reports, which nobody corrects in a replay. */
  constructor(open: readonly OpenRow[], returned: readonly OpenRow[]) {
    this.returned = returned.map(entryOf);
    for (const row of open) this.put(row);
  }

  /** Takes the place of the one with the same id. */
  put(row: OpenRow): void {
    this.remove(row.id);
    const sameDay = this.byDueOn.get(row.dueOn) ?? new Map<string, Entry>();
    this.byDueOn.set(row.dueOn, sameDay.set(row.id, entryOf(row)));
    this.dueOnOf.set(row.id, row.dueOn);
  }

  remove(id: string): void {
    const dueOn = this.dueOnOf.get(id) ?? "";
    const sameDay = this.byDueOn.get(dueOn);
    sameDay?.delete(id);
    if (sameDay?.size === 0) this.byDueOn.delete(dueOn);
    this.dueOnOf.delete(id);
  }

  row(id: string): OpenRow | undefined {
    return this.byDueOn.get(this.dueOnOf.get(id) ?? "")?.get(id)?.row;
  }

  /** Open and due by that day. */
  dueBy(last: IsoDate): OpenRow[] {
    return this.openBy(last).map(({ row }) => row);
  }

  /** By assignee: open and due by that day, or returned. */
  byAssignee(last: IsoDate): Map<string, OpenItem[]> {
    const all = new Map<string, OpenItem[]>();
    for (const { item } of [...this.openBy(last), ...this.returned]) {
      const { assigneeId } = item;
      if (assigneeId !== null) {
        const own = all.get(assigneeId) ?? [];
        own.push({ ...item, assigneeId });
        all.set(assigneeId, own);
      }
    }
    return all;
  }

  /** What is late by then: open and due by that day, or returned to be corrected by then. */
  late(last: IsoDate): LateRow[] {
    const uncorrected = this.returned.filter(({ item }) => compareDates(item.dueOn, last) <= 0);
    return [...this.openBy(last), ...uncorrected].map(({ row }) => row);
  }

  private openBy(last: IsoDate): Entry[] {
    return [...this.byDueOn].flatMap(([dueOn, entries]) => (dueOn <= last ? [...entries.values()] : []));
  }
}

function entryOf(row: OpenRow): Entry {
  return { row, item: { id: row.id, assigneeId: row.assigneeId, dueOn: heldOn(row), state: deskState(row) } };
}
