/** A list that a message told: what it covers now, and how it is drawn when it is sent, edited and replaced. */
import { compareDates, isIsoDate } from "../../domain/dates.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { DueMessage } from "../../platform/outbox/renderers.ts";
import { line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { KEY_DATE_SUBJECT } from "../key-dates/index.ts";
import { MEASURE_SUBJECT } from "../measures/index.ts";
import { batchDoneLine, batchLine, batchOf, foldBatches, reviewBatchLine } from "./batch-line.ts";
import { toClimbedItems } from "./climbed-items.ts";
import { type DeskItem, findByIds, toDeskItem } from "./desk-items.ts";
import { footer, groupHeading } from "./desk-view.ts";
import { INSPECTION_SUBJECT, MORNING, OVERRIDE_SUBJECT, REPORT_SUBJECT, ZONE_SUBJECT } from "./ids.ts";
import { openLine, settledLine, toldLine, type Wording } from "./item-lines.ts";
import { assigneesOf, type Keeper, loadKeepers } from "./keepers.ts";
import { toKeyDateItems } from "./key-date-items.ts";
import { toReviewItems } from "./late-review-items.ts";
import { toMeasureItems } from "./measure-items.ts";
import { toOverrideItems } from "./override-items.ts";
import { messageLinesOf, soonDaysOf } from "./rules.ts";
import { firstLines, isOfKeyDates, isOfMeasures, isToldStage, stageOf, TOLD_STAGES, type ToldStage } from "./stages.ts";
import { readToldAs, type ToldAs } from "./told-as.ts";
import { whatBecame } from "./what-became.ts";
import { toZoneItems } from "./zone-items.ts";

const TOLD_SUBJECTS = [
  INSPECTION_SUBJECT,
  REPORT_SUBJECT,
  MEASURE_SUBJECT,
  OVERRIDE_SUBJECT,
  ZONE_SUBJECT,
  KEY_DATE_SUBJECT,
];

export interface ToldItem {
  readonly item: DeskItem;
  readonly stage: ToldStage;
  /** As the message said it, of the items that had a line. */
  readonly toldDueOn: IsoDate | undefined;
  /** What became of it; nothing where it is still to be done. */
  readonly became: string | undefined;
  /** Told earlier, and only counted here. */
  readonly again: boolean;
}

export interface ToldList {
  readonly name: string;
  readonly today: IsoDate;
  readonly soonDays: number;
  /** How many of them have a line of their own. */
  readonly lines: number;
  /** In the order in which they were told. */
  readonly items: readonly ToldItem[];
}

/** The items a message covers, from the facts of this moment. A message not yet sent leaves out what is done already. */
export async function loadToldList(ctx: Context, wording: Wording, message: DueMessage): Promise<ToldList | undefined> {
  const keeper = (await loadKeepers(ctx, [message.personId])).get(message.personId);
  if (keeper === undefined) {
    return undefined;
  }
  const told = new Map(
    message.items.flatMap(({ kind, id, stage }) => {
      const as = TOLD_SUBJECTS.includes(kind) ? readToldAs(stage) : undefined;
      return as === undefined ? [] : [[id, as] as const];
    }),
  );
  const lines = readLines(message.refs.lines ?? "");
  const items = [
    ...(await ownItems(ctx, wording, { message, keeper, told, lines })),
    ...(await itemsOfOthers(ctx, wording, { message, keeper, told, lines })),
    ...(await measureItems(ctx, wording, { message, keeper, told, lines })),
    ...(await keyDateItems(ctx, wording, { message, keeper, told, lines })),
  ];
  const kept = message.editing ? items : items.filter(({ became }) => became === undefined);
  return {
    name: keeper.name,
    today: keeper.today,
    soonDays: soonDaysOf(ctx),
    lines: messageLinesOf(ctx),
    items: inToldOrder(kept, [...lines.keys()]),
  };
}

interface Telling {
  readonly message: DueMessage;
  readonly keeper: Keeper;
  readonly told: ReadonlyMap<string, ToldAs>;
  readonly lines: ReadonlyMap<string, IsoDate>;
}

async function ownItems(ctx: Context, wording: Wording, telling: Telling): Promise<ToldItem[]> {
  const { message, keeper, told, lines } = telling;
  const soonDays = soonDaysOf(ctx);
  const ids = [...told].flatMap(([id, { section }]) => (isInspection(section) ? [id] : []));
  return (await findByIds(ctx, ids)).map((row): ToldItem => {
    const item = toDeskItem(ctx, row, keeper);
    const as = told.get(item.id);
    const section = as?.section ?? "due_soon";
    const toldDueOn = lines.get(item.id);
    return {
      item,
      toldDueOn,
      became: whatBecame(wording, item, { assignees: assigneesOf(keeper), dueOn: toldDueOn }),
      // What became of an item stands where it was told; a report that came back is another piece of work.
      stage:
        message.editing && item.state !== "returned" ? section : currentStage(item, keeper.today, soonDays, section),
      again: as?.again ?? false,
    };
  });
}

const OF_OTHERS: readonly ToldStage[] = ["climbed", "review_late", "override_waits", "zone_waits"];
const isOfOthers = (section: ToldStage) => OF_OTHERS.includes(section);

const isInspection = (section: ToldStage) => !isOfOthers(section) && !isOfMeasures(section) && !isOfKeyDates(section);

/** One's own, and those that climbed. */
async function measureItems(ctx: Context, wording: Wording, telling: Telling): Promise<ToldItem[]> {
  const { keeper, told, lines } = telling;
  const ids = [...told].flatMap(([id, as]) =>
    isOfMeasures(as.section) ? [{ id, stage: as.stage, ...decideBy(as) }] : [],
  );
  return (await toMeasureItems(ctx, ids, keeper)).map((item): ToldItem => {
    const as = told.get(item.id);
    const stage = as?.section === "measure_climbed" || as?.section === "measure_waits" ? as.section : "measure";
    const toldDueOn = lines.get(item.id);
    const mine = stage === "measure" ? { assignees: assigneesOf(keeper) } : {};
    const became = whatBecame(wording, item, { ...mine, dueOn: toldDueOn });
    return { item, toldDueOn, became, stage, again: as?.again ?? false };
  });
}

async function keyDateItems(ctx: Context, wording: Wording, { keeper, told, lines }: Telling): Promise<ToldItem[]> {
  const ids = [...told].flatMap(([id, { section, stage }]) => (isOfKeyDates(section) ? [{ id, stage }] : []));
  return (await toKeyDateItems(ctx, ids, keeper)).map((item): ToldItem => {
    const as = told.get(item.id);
    const stage = as?.section === "key_date_climbed" ? "key_date_climbed" : "key_date";
    const mine = stage === "key_date" ? { assignees: assigneesOf(keeper) } : {};
    const became = whatBecame(wording, item, { ...mine, dueOn: lines.get(item.id) });
    return { item, toldDueOn: lines.get(item.id), became, stage, again: as?.again ?? false };
  });
}

/** What waits for a decision has the day by which it is decided, and not its own. */
function decideBy({ section, dueOn }: ToldAs): { readonly decideBy?: IsoDate } {
  return section === "measure_waits" && dueOn !== undefined ? { decideBy: dueOn } : {};
}

async function itemsOfOthers(ctx: Context, wording: Wording, telling: Telling): Promise<ToldItem[]> {
  const { keeper, told, lines } = telling;
  const of = (wanted: ToldStage) =>
    [...told].flatMap(([id, { section, stage, dueOn }]) =>
      section === wanted && stage !== undefined && dueOn !== undefined ? [{ id, stage, dueOn }] : [],
    );
  const theirs = [
    ...(await toClimbedItems(ctx, of("climbed"), keeper)),
    ...(await toReviewItems(ctx, of("review_late"))),
    ...(await toOverrideItems(ctx, of("override_waits"))),
    ...(await toZoneItems(ctx, of("zone_waits"))),
  ];
  return theirs.map((item): ToldItem => {
    const as = told.get(item.id);
    return {
      item,
      toldDueOn: lines.get(item.id),
      became: whatBecame(wording, item, { dueOn: as?.dueOn }),
      stage: as?.section ?? "climbed",
      again: as?.again ?? false,
    };
  });
}

function currentStage(item: DeskItem, today: IsoDate, soonDays: number, told: ToldStage): ToldStage {
  const stage = stageOf(item.state, item.dueOn, today, soonDays);
  return stage === undefined || !isToldStage(stage) ? told : stage;
}

/** As the sweep ordered them; what had no line follows by stage and date. */
function inToldOrder(items: readonly ToldItem[], order: readonly string[]): ToldItem[] {
  const place = (told: ToldItem) => {
    const index = order.indexOf(told.item.id);
    return index === -1 ? order.length : index;
  };
  return items.toSorted(
    (a, b) =>
      Number(a.again) - Number(b.again) ||
      TOLD_STAGES.indexOf(a.stage) - TOLD_STAGES.indexOf(b.stage) ||
      place(a) - place(b) ||
      compareDates(a.item.dueOn, b.item.dueOn) ||
      (a.item.id < b.item.id ? -1 : 1),
  );
}

/** Groups with so many lines as the policy allows; what has none is counted by kind behind "Show all". */
export function toldPieces(wording: Wording, list: ToldList): Piece[] {
  const batch = batchOf(wording, list.items, (told) => (told.became === undefined ? told : undefined));
  const done = list.items.filter(({ item, became }) => became !== undefined && item.batched === true);
  const singly = list.items.filter((told) => !batch.has(told) && !done.includes(told));
  const folded = foldBatches(
    singly.filter(({ again }) => !again),
    ({ item, became }) => (became === undefined ? item : undefined),
  );
  const shown = new Set(firstLines(folded.lines, list.lines));
  const told = new Set([...shown].flatMap((one) => folded.together(one)));
  const rest = singly.filter((one) => !told.has(one) && one.became === undefined);
  const open = list.items.filter(({ became }) => became === undefined).map(({ item }) => item);
  const groups = TOLD_STAGES.flatMap((stage) => {
    const members = singly.filter((told) => told.stage === stage);
    const lines = members
      .filter((one) => shown.has(one))
      .map((one) => {
        const items = folded.together(one).map(({ item }) => item);
        return reviewBatchLine(wording, items, toldItemLine(wording, one));
      });
    const count = members.filter(({ became }) => became === undefined).length;
    return lines.length === 0 ? [] : [groupHeading(wording, stage, count, list.soonDays), ...lines];
  });
  return [
    ...batchLine(wording, [...batch]),
    ...batchDoneLine(wording, done.length),
    ...groups,
    ...(open.length === 0 ? [line(wording.t("morning.all_done"))] : []),
    ...(rest.length === 0 ? [] : [note(wording.t("morning.rest", { counts: countWords(wording, rest) }))]),
    ...footer(wording, rest.length + batch.size === 0 ? 0 : open.length, open),
  ];
}

function toldItemLine(wording: Wording, { item, stage, became }: ToldItem): Piece {
  if (became !== undefined) {
    return settledLine(wording, item, became);
  }
  return openLine(wording, item, !isOfOthers(stage) && item.state === "returned" ? "returned" : stage);
}

/** `3 late, 2 due today`: counts only, so that it may stand on a lock screen. Empty where all is done. */
export function countWords({ t, language }: Wording, items: readonly ToldItem[]): string {
  const open = items.filter(({ became }) => became === undefined);
  return joined(
    language,
    TOLD_STAGES.flatMap((stage) => {
      const count = open.filter((told) => told.stage === stage).length;
      return count === 0 ? [] : [t(`morning.count.${stage}`, { count })];
    }),
  );
}

export function joined(language: Wording["language"], parts: readonly string[]): string {
  return parts.join(language === "en" ? ", " : "，");
}

/** What is left of a list when a newer one stands below it: its words, which change no more. */
export function replacedPieces(wording: Wording, list: ToldList, slotOn: IsoDate): Piece[] {
  const told = list.items.flatMap(({ item, toldDueOn }) =>
    toldDueOn === undefined ? [] : [toldLine(wording, item, toldDueOn)],
  );
  return [line(wording.t("morning.replaced", { date: dateText(wording.language, slotOn) })), ...told];
}

/** Whether a later morning has been promised to the same person. */
export async function isReplaced(ctx: Context, message: DueMessage): Promise<boolean> {
  if (!message.editing || message.slotOn === null) {
    return false;
  }
  const later = await ctx.db.outboxMessage.findFirst({
    where: {
      personId: message.personId,
      kind: MORNING,
      slotOn: { gt: message.slotOn },
      state: { in: ["pending", "claimed", "uncertain", "sent"] },
    },
    select: { id: true },
  });
  return later !== null;
}

/** The items that get a line, and the date each is told with, as they travel in a promise's references. */
export function writeLines(items: readonly { readonly id: string; readonly dueOn: IsoDate }[]): string {
  return items.map(({ id, dueOn }) => `${id}@${dueOn}`).join(" ");
}

function readLines(text: string): Map<string, IsoDate> {
  return new Map(
    text.split(" ").flatMap((entry) => {
      const [id, dueOn] = entry.split("@");
      return id !== undefined && dueOn !== undefined && isIsoDate(dueOn) ? [[id, dueOn] as const] : [];
    }),
  );
}
