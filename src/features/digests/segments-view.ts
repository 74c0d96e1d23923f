/** The stock in segments as lines, each with the loans behind it. Pure. */
import { type SegmentKey, segmentShare } from "../../domain/digest/segments.ts";
import { type Button, bold, line, note, type Piece, quiet } from "../../platform/view.ts";
import { moneyText } from "../../texts/money.ts";
import { OPEN_SEGMENT, OPEN_SEGMENTS } from "./ids.ts";
import { opensDigest, scopeName } from "./links.ts";
import { listLine } from "./list-view.ts";
import type { DigestPlace, SegmentPlace, SegmentsPlace } from "./place.ts";
import type { Telling } from "./sections/index.ts";
import type { SegmentList, Segments } from "./segments.ts";

type Reader = Pick<Telling, "t" | "language">;

/** A modal holds a hundred blocks. */
const SHOWN = 30;

export function opensSegments(text: string, { of, days }: DigestPlace, page = 0): Button {
  const place: SegmentsPlace = { of, days, page };
  return { text, action: OPEN_SEGMENTS, value: JSON.stringify(place) };
}

export function segmentWords({ t }: Pick<Reader, "t">, { zone, product, tier, size }: SegmentKey): string[] {
  return [t(`zone.${zone}`), t(`product.${product}`), t(`tier.${tier}`), t(`digest.size.${size}`)];
}

export function segmentsPieces(reader: Reader, { place, scope, segments }: Segments): Piece[] {
  const { t, language } = reader;
  const { of, days, page } = place;
  const shown = segments.slice(page * SHOWN, (page + 1) * SHOWN);
  const lines = shown.map((segment): Piece => {
    const { zone, product, tier, size, customers, loans, drawn } = segment;
    const at: SegmentPlace = { of, days, page: 0, segment: { zone, product, tier, size } };
    const share = segmentShare(segment, segments);
    return {
      kind: "item",
      text: [bold(segmentWords(reader, segment).join(" · "))],
      detail: [quiet(t("digest.segment_line", { customers, loans, drawn: moneyText(language, drawn), share }))],
      buttons: [{ text: t("digest.open"), action: OPEN_SEGMENT, value: JSON.stringify(at) }],
    };
  });
  const back = opensDigest(t("digest.up", { name: scopeName(t, scope) }), place);
  const pages = pageButtons(reader, page, (page + 1) * SHOWN < segments.length, (to, text) =>
    opensSegments(text, place, to),
  );
  return [
    { kind: "heading", text: t("digest.segments") },
    ...(lines.length === 0 ? [line(t("digest.list_empty"))] : lines),
    note(t("digest.segments_note")),
    { kind: "buttons", buttons: [...pages, back] },
  ];
}

export function segmentPieces(reader: Reader, { place, scope, lines, hasMore }: SegmentList): Piece[] {
  const { t } = reader;
  const pages = pageButtons(reader, place.page, hasMore, (page, text) => ({
    ...{ text, action: OPEN_SEGMENT, value: JSON.stringify({ ...place, page }) },
  }));
  return [
    { kind: "heading", text: segmentWords(reader, place.segment).join(" · ") },
    note(scopeName(t, scope)),
    ...(lines.length === 0 ? [line(t("digest.list_empty"))] : lines.map((one) => listLine(reader, one))),
    { kind: "buttons", buttons: [...pages, opensSegments(t("digest.segments"), place)] },
  ];
}

function pageButtons(
  { t }: Reader,
  page: number,
  hasMore: boolean,
  to: (page: number, text: string) => Button,
): Button[] {
  return [
    ...(page > 0 ? [to(page - 1, t("digest.earlier"))] : []),
    ...(hasMore ? [to(page + 1, t("digest.later"))] : []),
  ];
}
