/** The administrators are told what the watchdog found and what it did: once, in one message for each look. No customer's name. */
import { isoDate } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { FINDING_KINDS, type FindingKind, REPAIRS } from "../../domain/watchdog/index.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { administrators } from "../../platform/outbox/dead.ts";
import { promise } from "../../platform/outbox/promise.ts";
import type { Renderer } from "../../platform/outbox/renderers.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { heading, line, note, type Piece, quiet } from "../../platform/view.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { namesById } from "../people/index.ts";
import { FINDING_SUBJECT, WATCHDOG_REPORT } from "./ids.ts";

/** Of each kind; the rest is counted. */
const LINES = 5;
/** A message remembers so many of them one by one. */
const REMEMBERED = 200;

/** Whatever is believed and not reported yet, also by a process that died in between. */
export async function promiseReports(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await tx.db.watchdogFinding.findMany({
      where: { confirmedAt: { not: null }, reportedAt: null },
      orderBy: { id: "asc" },
      select: { id: true, kind: true, repair: true },
    });
    if (found.length === 0) {
      return;
    }
    const at = tx.now.toISO();
    const items = found.slice(0, REMEMBERED).map(({ id, kind }) => ({ kind: FINDING_SUBJECT, id, stage: kind }));
    const counts = countsOf(found);
    for (const personId of await administrators(tx)) {
      const key = `${WATCHDOG_REPORT}:${personId}:${at}`;
      await promise(tx, { key, kind: WATCHDOG_REPORT, personId, items, refs: { counts: JSON.stringify(counts) } });
    }
    const ids = found.map(({ id }) => id);
    await inTurns(ids, async (some) => {
      const data = { reportedAt: tx.now.toJSDate() };
      await tx.db.watchdogFinding.updateMany({ where: { id: { in: some } }, data });
      return [];
    });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "watchdog.found",
      subject: { kind: "watchdog", id: at },
      after: { counts, repaired: found.filter(({ repair }) => repair !== "none").length },
    });
  });
}

type Counts = Partial<Record<FindingKind, number>>;

function countsOf(found: readonly { readonly kind: string }[]): Counts {
  const counts: Counts = {};
  for (const { kind } of found) {
    const known = oneOf(FINDING_KINDS, kind);
    counts[known] = (counts[known] ?? 0) + 1;
  }
  return counts;
}

export const renderReport: Renderer = async (ctx, { items, createdAt, refs }) => {
  if (authorize(ctx, "see_delivery", nothingInParticular) !== undefined) {
    return undefined;
  }
  const ids = items.map(({ id }) => id);
  const found = await ctx.db.watchdogFinding.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const names = await namesById(
    ctx.db,
    found.flatMap(({ personId }) => personId ?? []),
  );
  const counts: Readonly<Record<string, number>> = JSON.parse(refs.counts ?? "{}");
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    title: ctx.t("watchdog.title", { count: total }),
    pieces: [
      line(ctx.t("watchdog.intro", { moment: momentText(ctx.language, createdAt, ctx.actor.timeZone) })),
      ...FINDING_KINDS.flatMap((kind) => {
        const mine = found.filter((one) => one.kind === kind);
        return piecesOf(ctx, { kind, rows: mine, count: counts[kind] ?? 0, names });
      }),
      note(ctx.t("watchdog.remedy")),
    ],
  };
};

interface Section {
  readonly kind: FindingKind;
  readonly rows: readonly {
    readonly personId: string | null;
    readonly detail: string;
    readonly repair: string | null;
  }[];
  readonly count: number;
  readonly names: ReadonlyMap<string, string>;
}

function piecesOf(ctx: Context, { kind, rows, count, names }: Section): Piece[] {
  const shown = rows.slice(0, LINES);
  if (shown.length === 0) {
    return [];
  }
  const more = count - shown.length;
  return [
    heading(ctx.t(`watchdog.kind.${kind}`, { count })),
    ...shown.map(({ personId, detail, repair }): Piece => {
      const said = wordsOf(ctx, JSON.parse(detail), names.get(personId ?? "") ?? "");
      const did = repair === null ? "" : ` · ${ctx.t(`watchdog.repair.${oneOf(REPAIRS, repair)}`)}`;
      return line([ctx.t(`watchdog.line.${kind}`, said), quiet(did)]);
    }),
    ...(more > 0 ? [note(ctx.t("watchdog.more", { count: more }))] : []),
  ];
}

/** Everything that any of the lines may name. */
function wordsOf(ctx: Context, detail: Readonly<Record<string, string>>, name: string) {
  const moment = (text: string | undefined) =>
    text === undefined ? "" : momentText(ctx.language, new Date(text), ctx.actor.timeZone);
  return {
    name,
    number: detail.number ?? "",
    due: detail.dueOn === undefined ? "" : dateText(ctx.language, isoDate(detail.dueOn)),
    what: detail.what ?? "",
    duty: detail.duty ?? "",
    since: moment(detail.since),
    from: moment(detail.from),
    to: moment(detail.to),
  };
}
