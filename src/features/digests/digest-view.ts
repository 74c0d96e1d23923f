/** A digest as people see it, in Slack and at the terminal. Pure. */
import { note, type Piece, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import type { Digest } from "./digest.ts";
import { HAND_OUT_DIGEST } from "./ids.ts";
import { keepButton } from "./keep/keep-view.ts";
import { opensDigest, placeOf, scopeName } from "./links.ts";
import { DIGEST_FILES } from "./place.ts";
import { SECTIONS, type Telling } from "./sections/index.ts";
import { worthButton } from "./worth/worth-view.ts";
import { yieldButton } from "./yield/yield-view.ts";

export function digestView(telling: Telling, digest: Digest): View {
  const { t, language } = telling;
  const { scope, period, today } = digest;
  const title = t("digest.title", {
    name: scopeName(t, scope),
    from: dateText(language, period.from),
    to: dateText(language, period.to),
  });
  return {
    title,
    pieces: [
      { kind: "heading", text: title },
      ...SECTIONS.flatMap((section) => section(telling, digest)),
      note(t("digest.as_of", { date: dateText(language, today) })),
      ...(digest.behind ? [note(t("digest.behind"))] : []),
      ...leadPieces(telling, digest),
    ],
    json: digestJson(digest),
  };
}

/** One step up, quality beside yield, customers to keep, what early finding was worth, and the same as a file. */
function leadPieces({ t, shows }: Telling, digest: Digest): Piece[] {
  if (shows === "text" || shows === "picture") {
    return [];
  }
  const { above } = digest.scope;
  const place = placeOf(digest);
  const up =
    above === undefined ? [] : [opensDigest(t("digest.up", { name: above.name }), { of: above.ref, days: place.days })];
  const files = DIGEST_FILES.map((as) => ({
    text: t(`digest.as.${as}`),
    action: HAND_OUT_DIGEST,
    value: JSON.stringify({ ...place, as }),
  }));
  const worth = digest.opensWorth ? [worthButton({ t }, place)] : [];
  return [
    { kind: "buttons", buttons: [...up, yieldButton({ t }, place), keepButton({ t }, place), ...worth, ...files] },
  ];
}

/** What scripts read: snake_case, no words. */
function digestJson({ scope, period, today, figures, standing, times, parts, behind }: Digest): unknown {
  return {
    of: scope.ref,
    period,
    today,
    figures,
    zones: standing.zones.map(({ drawn, ...zone }) => ({ ...zone, drawn_minor: String(drawn.minor) })),
    tiers: standing.tiers.map(({ drawn, ...tier }) => ({ ...tier, drawn_minor: String(drawn.minor) })),
    currency: standing.all.drawn.currency,
    detected: times.detected,
    resolved: times.resolved,
    false_alarms: times.falseAlarms,
    parts: parts.map(({ ref, name, late, dueSoon, done, overloaded }) => ({
      ...ref,
      name,
      late,
      due_soon: dueSoon,
      done,
      overloaded,
    })),
    behind,
  };
}
