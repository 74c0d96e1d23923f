/** Every calendar that a unit or a policy may name: China's, and one per holiday file. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BusinessCalendar } from "../../domain/calendar/business-calendar.ts";
import { toldOfRule } from "../schema-remedies.ts";
import { type FileProblem, isProblems } from "../yaml-file.ts";
import { chinaCalendar } from "./china.ts";
import { loadHolidayFile } from "./holiday-file.ts";

export type Calendars = ReadonlyMap<string, BusinessCalendar>;

/** Reads all `*.yml` of `folder`, by id, with China's as `cn`. Problems of all files at once. */
export function loadCalendars(folder: string): Calendars | readonly FileProblem[] {
  const calendars = new Map([["cn", chinaCalendar()]]);
  const problems: FileProblem[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".yml")) continue;
    const path = join(folder, name);
    const loaded = loadHolidayFile(path);
    if (isProblems(loaded)) problems.push(...loaded);
    else if (calendars.has(loaded.id)) problems.push(doubleId(path, loaded.id));
    else calendars.set(loaded.id, loaded);
  }
  return problems.length === 0 ? calendars : problems;
}

function doubleId(file: string, id: string): FileProblem {
  return { file, line: 1, column: 1, path: "id", ...toldOfRule({ code: "calendar_exists", values: { calendar: id } }) };
}
