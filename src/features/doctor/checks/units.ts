import { IANAZone } from "luxon";
import { isProblems } from "../../../platform/yaml-file.ts";
import { fail, ok, warn } from "../finding.ts";
import type { Check } from "../patient.ts";

export const units: Check = {
  name: "units",
  needs: ["record"],
  look: async ({ db, calendars }) => {
    const all = await db.orgUnit.findMany({ select: { code: true, timeZone: true, calendarId: true } });
    const known = isProblems(calendars) ? undefined : [...calendars.keys()];
    const wrong = [
      ...all
        .filter(({ timeZone }) => !IANAZone.isValidZone(timeZone))
        .map(({ code, timeZone: zone }) => fail("units.time_zone", { code, zone })),
      ...all
        .filter(({ calendarId }) => known !== undefined && !known.includes(calendarId))
        .map(({ code, calendarId: id }) => fail("units.calendar", { code, id, known: known?.join(", ") ?? "" })),
    ];
    if (all.length === 0) {
      return [warn("units.none")];
    }
    return wrong.length === 0 ? [ok("units.ok", { count: all.length })] : wrong;
  },
};
