/** How wide a column is when nobody says: its kind's usual content, or its title. */
import type { Column, ColumnKind } from "./sheet.ts";

const USUAL: Readonly<Record<ColumnKind, number>> = { text: 18, number: 10, money: 18, date: 12, datetime: 20 };
/** The filter's arrow stands over the end of the title. */
const ARROW = 4;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** In characters; a Chinese one is as wide as two. */
export function widthOf({ title, kind, width }: Column): number {
  return width ?? Math.max(USUAL[kind], title.length + (title.match(WIDE)?.length ?? 0) + ARROW);
}
