/** Dates and moments as a reader writes them, on the reader's own wall clock. */
import type { IsoDate, Language } from "../../domain/vocabulary.ts";
import { FORMAT_LOCALE } from "../../texts/index.ts";

const DATE = { year: "numeric", month: "short", day: "numeric" } as const;
const MOMENT = { ...DATE, hour: "2-digit", minute: "2-digit", hour12: false } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

export function dateText(language: Language, date: IsoDate): string {
  return formatOf(language, "UTC", false).format(Date.parse(`${date}T00:00:00Z`));
}

/** `timeZone` is the reader's. */
export function momentText(language: Language, moment: Date, timeZone: string): string {
  return formatOf(language, timeZone, true).format(moment);
}

function formatOf(language: Language, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const id = `${language} ${timeZone} ${withTime}`;
  let format = formats.get(id);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(FORMAT_LOCALE[language], { ...(withTime ? MOMENT : DATE), timeZone });
    formats.set(id, format);
  }
  return format;
}
