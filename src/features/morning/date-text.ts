/** A calendar date as a reader writes it. Told in UTC, so that the machine's own zone never moves it by a day. */
import type { IsoDate, Language } from "../../domain/vocabulary.ts";
import { FORMAT_LOCALE } from "../../texts/index.ts";

const OPTIONS = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

export function dateText(language: Language, date: IsoDate): string {
  return formatOf(language, "date").format(Date.parse(`${date}T00:00:00Z`));
}

/** With the day of the week, for lists that people plan by. */
export function dayText(language: Language, date: IsoDate): string {
  return formatOf(language, "day").format(Date.parse(`${date}T00:00:00Z`));
}

function formatOf(language: Language, sort: "date" | "day"): Intl.DateTimeFormat {
  const id = `${language} ${sort}`;
  let format = formats.get(id);
  if (format === undefined) {
    const options = sort === "day" ? { ...OPTIONS, weekday: "short" as const } : OPTIONS;
    format = new Intl.DateTimeFormat(FORMAT_LOCALE[language], options);
    formats.set(id, format);
  }
  return format;
}
