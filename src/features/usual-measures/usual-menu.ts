/** The menu from which a person may choose; nothing where the policy holds no set. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import { bold, line, note, type Piece } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";
import type { UsualSet } from "./usual-set.ts";

interface MenuReader {
  readonly t: Translate;
  readonly language: Language;
}

/** `action`: who hears the code of what was chosen. `said`: why the last choice could not be taken. */
export function usualMenu(
  { customerType, zone, measures }: UsualSet,
  { t, language }: MenuReader,
  action: string,
  said?: string,
): Piece[] {
  if (measures.length === 0) return [];
  const options = measures.map(({ code, text }) => ({ value: code, text: text[language] }));
  const whose = { customer: t(`ledger.customer_type.${customerType}`), zone: t(`zone.${zone}`) };
  return [
    { kind: "menus", menus: [{ action, prompt: t("measure.usual_choose"), options }] },
    note(t("measure.usual", whose)),
    ...(said === undefined ? [] : [line([bold(said)])]),
  ];
}
