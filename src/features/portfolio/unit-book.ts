/** Units by code while an import runs; where the mapping says so, a missing one is made. */

import { IANAZone } from "luxon";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import type { UnitRow } from "./bulk/tables.ts";
import type { UnitNamed } from "./facts.ts";
import type { Mapping } from "./mapping/schema.ts";

type Created = Extract<Mapping["unit"], { create: object }>["create"];

export interface UnitBook {
  /** The unit's id; made and added to `made` when missing and allowed. */
  find(named: UnitNamed, made: UnitRow[]): string | undefined;
}

/** Refuses a mapping whose new units would have a calendar or a time zone that does not exist. */
export async function openUnitBook(ctx: Context, mapping: Mapping): Promise<UnitBook | Refusal> {
  const created = "create" in mapping.unit ? mapping.unit.create : undefined;
  if (created !== undefined && !ctx.parts.calendars.has(created.calendar)) {
    return refuse("import.calendar_unknown", { calendar: created.calendar });
  }
  if (created !== undefined && !IANAZone.isValidZone(created.time_zone)) {
    return refuse("import.time_zone_unknown", { timeZone: created.time_zone });
  }
  const units = await ctx.db.orgUnit.findMany({ select: { id: true, code: true } });
  const ids = new Map(units.map(({ id, code }) => [code, id]));
  const make = (named: UnitNamed, parentId: string | null, rule: Created, made: UnitRow[]): string => {
    const row = unitRow(named, parentId, rule);
    made.push(row);
    ids.set(named.code, row.id ?? "");
    return row.id ?? "";
  };
  return {
    find: (named, made) => {
      const known = ids.get(named.code);
      if (known !== undefined || created === undefined) {
        return known;
      }
      const above = ids.get(created.under.code) ?? make(created.under, null, { ...created, kind: "head_office" }, made);
      return make(named, above, created, made);
    },
  };
}

function unitRow({ code, name }: UnitNamed, parentId: string | null, rule: Created): UnitRow {
  const { kind, line, time_zone, calendar, language } = rule;
  return { id: newId(), code, name, parentId, kind, line, timeZone: time_zone, calendarId: calendar, language };
}
