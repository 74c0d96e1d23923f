import { DateTime } from "luxon";
import type { BusinessCalendar } from "../../../domain/calendar/business-calendar.ts";
import { isProblems } from "../../../platform/yaml-file.ts";
import { type Finding, fail, ok, unsound, warn } from "../finding.ts";
import type { Check, Patient } from "../patient.ts";

/** Next year is announced in November or so; the desk should know it before it plans into it. */
const SOON_DAYS = 60;

export const calendar: Check = {
  name: "calendar",
  needs: [],
  look: async (patient) => {
    const { calendars } = patient;
    if (isProblems(calendars)) {
      return [unsound("calendar.unsound", calendars)];
    }
    const { policy } = patient;
    const used = "policy" in policy ? calendars.get(policy.policy.calendar.id) : undefined;
    return used === undefined ? [] : [reach(used, patient)];
  },
};

function reach({ id, officialYears, timeZone }: BusinessCalendar, { machineNow }: Patient): Finding {
  const year = Math.max(...officialYears);
  const today = DateTime.fromJSDate(machineNow(), { zone: timeZone });
  const days =
    Math.floor(DateTime.fromObject({ year, month: 12, day: 31 }, { zone: timeZone }).diff(today, "days").days) + 1;
  if (days <= 0) {
    return fail("calendar.ended", { id, year });
  }
  return days <= SOON_DAYS ? warn("calendar.ends_soon", { id, year, days }) : ok("calendar.ok", { id, year });
}
