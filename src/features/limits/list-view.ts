/** `/postloan limits`. Pure. */
import { heading, line, note, type View } from "../../platform/view.ts";
import type { LimitList } from "./list.ts";
import { limitItem, type Reader } from "./pieces.ts";

export function limitListView(reader: Reader & { readonly timeZone: string }, { limits, more }: LimitList): View {
  const { t } = reader;
  const title = t("limit.list");
  return {
    title,
    pieces: [
      heading(title),
      ...(limits.length === 0 ? [line(t("limit.none"))] : []),
      ...limits.map((one) => limitItem(one, reader, reader.timeZone)),
      ...(more === 0 ? [] : [note(t("desk.more", { count: more }))]),
      note(t("limit.measured")),
    ],
    json: limits.map(({ limitKey, of, used, most, passedSince }) => ({
      limit: limitKey,
      of: of ?? null,
      used_minor: String(used.minor),
      most_minor: String(most.minor),
      passed_since: passedSince?.toISOString() ?? null,
    })),
  };
}
