/** Moments are milliseconds; everything shown is in the person's time zone. */

import type { WorkspaceMessage } from "../contract.ts";
import { spokenLocale } from "./say.ts";

/** When it was said by the clock that the page shows, which can be moved; else by its `ts`. */
export function momentOf({ ts, saidAt }: WorkspaceMessage): number {
  return saidAt ?? Number(ts) * 1000;
}

function shown(moment: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(spokenLocale(), { timeZone: zone, ...options }).format(moment);
}

export function clockTime(moment: number, zone: string): string {
  return shown(moment, zone, { hour: "2-digit", minute: "2-digit" });
}

export function dayName(moment: number, zone: string): string {
  return shown(moment, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

export function shortDay(moment: number, zone: string): string {
  return shown(moment, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

/** `YYYY-MM-DDTHH:MM` as an input of type datetime-local wants it. */
export function localMinute(moment: number, zone: string): string {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).format(moment);
  return text.replace(" ", "T");
}

/** The moment at which clocks in `zone` show `minute` (`YYYY-MM-DDTHH:MM`); null when it is not a minute. */
export function momentAt(minute: string, zone: string): number | null {
  const wanted = Date.parse(`${minute}:00Z`);
  if (Number.isNaN(wanted)) {
    return null;
  }
  // Twice, because the first guess may stand on the other side of a change of the clocks.
  let guess = wanted;
  for (let round = 0; round < 2; round += 1) {
    guess += wanted - Date.parse(`${localMinute(guess, zone)}:00Z`);
  }
  return guess;
}

const DATE_TOKENS: Record<string, Intl.DateTimeFormatOptions> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

function relativeDay(moment: number, zone: string): string | null {
  const day = (at: number): number => Date.parse(`${localMinute(at, zone).slice(0, 10)}T00:00Z`);
  const apart = Math.round((day(moment) - day(Date.now())) / 86_400_000);
  return apart === 0 ? "today" : apart === 1 ? "tomorrow" : apart === -1 ? "yesterday" : null;
}

function dateToken(token: string, moment: number, zone: string, locale: string): string | null {
  if (token === "ago") {
    const minutes = Math.round((moment - Date.now()) / 60_000);
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(minutes, "minute");
  }
  const plain = token.replace(/_pretty$/, "");
  const options = DATE_TOKENS[plain];
  if (options === undefined) {
    return null;
  }
  const near = plain === token ? null : relativeDay(moment, zone);
  return near ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(moment);
}

/** `<!date^seconds^format|fallback>` in words; null when a token is unknown, so that the fallback is shown. */
export function slackDate(seconds: number, format: string, zone: string, locale: string): string | null {
  if (!Number.isFinite(seconds)) {
    return null;
  }
  let known = true;
  const text = format.replace(/\{(\w+)\}/g, (_all, token: string) => {
    const said = dateToken(token, seconds * 1000, zone, locale);
    known &&= said !== null;
    return said ?? "";
  });
  return known ? text : null;
}
