/** The administrators are told what the watchdog found and what it did: once, in one message for each look. No customer's name. */
import { isoDate } from "../../domain/dates.ts";
import { nothingInParticular } from "../../domain/may.ts";
import { KEY_DATE_KINDS, ROLES } from "../../domain/vocabulary.ts";
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
import { DIGEST_SUBJECT, FINDING_SUBJECT, KEY_DATE_SUBJECT, SIGNAL_SUBJECT, WATCHDOG_REPORT } from "./ids.ts";

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
  const names = await namesIn(ctx, found);
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

/** Of people, and of units whose posts are vacant. */
async function namesIn(ctx: Context, found: readonly Section["rows"][number][]): Promise<ReadonlyMap<string, string>> {
  const people = await namesById(
    ctx.db,
    found.flatMap(({ personId }) => personId ?? []),
  );
  const unitIds = found.flatMap(({ detail }): string[] => JSON.parse(detail).unitId ?? []);
  const units = await ctx.db.orgUnit.findMany({ where: { id: { in: unitIds } }, select: { id: true, name: true } });
  return new Map([...people, ...units.map(({ id, name }) => [id, name] as const)]);
}

interface Section {
  readonly kind: FindingKind;
  readonly rows: readonly {
    readonly personId: string | null;
    readonly subjectKind: string;
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
    ...shown.map(({ personId, subjectKind, detail, repair }): Piece => {
      const told: Readonly<Record<string, string>> = JSON.parse(detail);
      const said = wordsOf(ctx, told, (id) => names.get(id ?? personId ?? "") ?? "");
      const did = repair === null ? "" : ` · ${ctx.t(`watchdog.repair.${oneOf(REPAIRS, repair)}`)}`;
      return line([ctx.t(lineOf(kind, subjectKind, "sealed" in told), said), quiet(did)]);
    }),
    ...(more > 0 ? [note(ctx.t("watchdog.more", { count: more }))] : []),
  ];
}

/** Of what few may know the administrator learns neither the reader nor what it is about. */
function lineOf(kind: FindingKind, subjectKind: string, isSealed: boolean) {
  if (isSealed) return "watchdog.line.untold_sealed";
  if (subjectKind === DIGEST_SUBJECT) return "watchdog.line.untold_digest";
  if (kind === "untold" && subjectKind === SIGNAL_SUBJECT) return "watchdog.line.untold_signal";
  if (kind === "nobody" && subjectKind === SIGNAL_SUBJECT) return "watchdog.line.nobody_signal";
  if (kind === "untold" && subjectKind === KEY_DATE_SUBJECT) return "watchdog.line.untold_key_date";
  if (kind === "nobody" && subjectKind === KEY_DATE_SUBJECT) return "watchdog.line.nobody_key_date";
  return `watchdog.line.${kind}` as const;
}

/** Everything that any of the lines may name. */
function wordsOf(ctx: Context, detail: Readonly<Record<string, string>>, nameOf: (id?: string) => string) {
  const moment = (text: string | undefined) =>
    text === undefined ? "" : momentText(ctx.language, new Date(text), ctx.actor.timeZone);
  const date = (text: string | undefined) => (text === undefined ? "" : dateText(ctx.language, isoDate(text)));
  const [, post] = detail.what?.split("/") ?? [];
  const role = ROLES.find((one) => one === (detail.role ?? post));
  const ofKind = KEY_DATE_KINDS.find((one) => one === detail.ofKind);
  return {
    name: nameOf(),
    of_kind: ofKind === undefined ? "" : ctx.t(`key_date.kind.${ofKind}`),
    role: role === undefined ? "" : ctx.t(`role.${role}`),
    unit: nameOf(detail.unitId ?? ""),
    number: detail.number ?? "",
    due: date(detail.dueOn),
    first: date(detail.fromOn),
    last: date(detail.toOn),
    what: detail.what ?? "",
    duty: detail.duty ?? "",
    since: moment(detail.since),
    from: moment(detail.from),
    to: moment(detail.to),
  };
}
