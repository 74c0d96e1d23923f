/** A zone as people read it, with what put the customer there. Pure. */
import type { Language } from "../../domain/vocabulary.ts";
import { dateText } from "../../texts/dates.ts";
import type { Translate } from "../../texts/index.ts";
import type { StandingZone } from "../standing-zones/index.ts";

interface Reader {
  readonly t: Translate;
  readonly language: Language;
}

export function zoneText({ t, language }: Reader, { zone, computed, bySignal, tier, override }: StandingZone): string {
  const name = t(`zone.${zone}`);
  if (override !== undefined && zone !== computed) {
    const said = { zone: name, computed: t(`zone.${computed}`), date: dateText(language, override.untilOn) };
    return t("zone.by_override", said);
  }
  return bySignal ? t("zone.by_signal", { zone: name }) : t("zone.by_tier", { zone: name, tier: t(`tier.${tier}`) });
}
