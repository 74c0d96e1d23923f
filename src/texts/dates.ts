/** Dates and moments as a reader writes them. A date is told in UTC, so that no machine's zone moves it by a day. */
import type { IsoDate, Language } from "../domain/vocabulary.ts";
import { FORMAT_LOCALE } from "./index.ts";

const DATE = { year: "numeric", month: "short", day: "numeric" } as const;
const SHAPES = {
  date: DATE,
  /** With the day of the week, for lists that people plan by. */
  day: { ...DATE, weekday: "short" },
  /** Without the year, where a chart has little room. */
  short: { month: "short", day: "numeric" },
  month: { year: "numeric", month: "long" },
  /** Below a chart there is little room, and its title says the year. */
  brief: { month: "short", day: "numeric" },
  brief_month: { year: "numeric", month: "short" },
  moment: { ...DATE, hour: "2-digit", minute: "2-digit", hour12: false },
} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

export function dateText(language: Language, date: IsoDate): string {
  return formatOf(language, "UTC", "date").format(Date.parse(`${date}T00:00:00Z`));
}

export function dayText(language: Language, date: IsoDate): string {
  return formatOf(language, "UTC", "day").format(Date.parse(`${date}T00:00:00Z`));
}

export function shortDayText(language: Language, date: IsoDate): string {
  return formatOf(language, "UTC", "short").format(Date.parse(`${date}T00:00:00Z`));
}

/** The month in which a date lies. */
export function monthText(language: Language, date: IsoDate): string {
  return formatOf(language, "UTC", "month").format(Date.parse(`${date}T00:00:00Z`));
}

/** `brief`: the day and the month; `brief_month`: the month and the year. */
export function chartDateText(language: Language, date: IsoDate, shape: "brief" | "brief_month"): string {
  return formatOf(language, "UTC", shape).format(Date.parse(`${date}T00:00:00Z`));
}

/** On the reader's own wall clock. */
export function momentText(language: Language, moment: Date, timeZone: string): string {
  return formatOf(language, timeZone, "moment").format(moment);
}

function formatOf(language: Language, timeZone: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  const id = `${language} ${timeZone} ${shape}`;
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(FORMAT_LOCALE[language], { ...SHAPES[shape], timeZone });
    formats.set(id, format);
  }
  return format;
}
