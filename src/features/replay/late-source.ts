/** What is late in a remembered book, as the ladder asks for it. */
import { addDays, earliestOf } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { heldOn, type LateRow, type LateSource, type LateUnit } from "../ladder/index.ts";
import type { OpenItems } from "./open-items.ts";

export function lateSource(items: OpenItems): LateSource {
  const lateBefore = (before: IsoDate): LateRow[] => items.late(addDays(before, -1));
  return {
    byUnit: async (_db, before) => byUnit(lateBefore(before)),
    rows: async (_db, unitIds, before) => {
      const units = new Set(unitIds);
      return lateBefore(before).filter(({ unitId }) => units.has(unitId));
    },
  };
}

function byUnit(rows: readonly LateRow[]): LateUnit[] {
  const units = new Map<string, LateUnit>();
  for (const row of rows) {
    const due = heldOn(row);
    const { count, dueOn } = units.get(row.unitId) ?? { count: 0, dueOn: due };
    units.set(row.unitId, { unitId: row.unitId, count: count + 1, dueOn: earliestOf(due, dueOn) });
  }
  return [...units.values()];
}
