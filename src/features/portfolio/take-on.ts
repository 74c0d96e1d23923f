import { isoDate } from "../../domain/dates.ts";
import { type Refusal, refuse } from "../../domain/refusal.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { Mapping } from "./mapping/schema.ts";

interface TakeOnWishes {
  readonly takeOnOn?: IsoDate;
  readonly asOf: IsoDate;
  readonly mapping: Mapping;
}

/**
 * From when duties count for the borrowers of this import: as asked, else as the mapping says, else as at the first
 * import. The first import must say it one way or the other (design: taking on a book).
 */
export async function takeOnDate(ctx: Context, { takeOnOn, asOf, mapping }: TakeOnWishes): Promise<IsoDate | Refusal> {
  if (takeOnOn !== undefined) {
    return takeOnOn;
  }
  const first = await ctx.db.importRun.findFirst({
    where: { kind: "portfolio", takeOnOn: { not: null } },
    orderBy: { startedAt: "asc" },
  });
  if (first?.takeOnOn) {
    return isoDate(first.takeOnOn);
  }
  if (mapping.take_on === undefined) {
    return refuse("import.take_on_missing");
  }
  return mapping.take_on === "as_of" ? asOf : isoDate(mapping.take_on);
}
