import { SAYINGS } from "./sayings.ts";

/** One page speaks one language: that of the person who is acted as. */
let locale = "en-US";

export function speak(next: string): void {
  locale = next;
}

/** For dates and numbers. English dates are written day first, as everywhere in the product. */
export function spokenLocale(): string {
  return locale.startsWith("zh") ? locale : "en-GB";
}

export type Saying = keyof typeof SAYINGS;

export function say(saying: Saying, values: Readonly<Record<string, string | number>> = {}): string {
  const [simplified, traditional] = SAYINGS[saying];
  const sentence = !locale.startsWith("zh") ? saying : /TW|HK|Hant/.test(locale) ? traditional : simplified;
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
