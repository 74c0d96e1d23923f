/** A bulletin as people read it. Pure. */
import { isoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { bold, note, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import type { Bulletin } from "./standing.ts";

export interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

/** Beside the questions of a check, and on the reviewer's screen. */
export function bulletinNotes(bulletins: readonly Bulletin[], reader: Reader): Piece[] {
  return bulletins.map((one) => note([bold(headOf(one, reader)), " ", one.text, " · ", quiet(footOf(one, reader))]));
}

export function headOf({ industry, title }: Bulletin, { t }: Reader): string {
  return t("bulletin.head", { industry, title });
}

export function footOf({ writtenBy, untilOn }: Bulletin, { t, language }: Reader): string {
  return t("bulletin.foot", { name: writtenBy, date: dateText(language, isoDate(untilOn)) });
}
