/** Compares what had to be said with what was said, and what was acknowledged with what is stored. Pure. */
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import type { DueItem, StoredReport } from "./book-facts.ts";
import { countIn, isOfDay, type Saying, tellsOf } from "./sayings.ts";

export interface LivedDay {
  readonly day: string;
  /** As the day began, and as it ended: what was open at both had to be told. */
  readonly atStart: readonly DueItem[];
  readonly atEnd: readonly DueItem[];
}

export interface Evidence {
  readonly days: readonly LivedDay[];
  readonly sayings: readonly Saying[];
  readonly reports: readonly StoredReport[];
  /** Numbers of inspections whose submission, or approval, the person was told is saved. */
  readonly submitted: readonly string[];
  readonly approved: readonly string[];
  /** Who had to hear of an item on the first day because it is so late, where it still is when the day ends. */
  readonly rungs: { readonly userId: string; readonly dueOn: string };
  readonly reviewer: string;
  readonly administrator: string;
}

export interface Verdict {
  /** In words, one line each. */
  readonly lost: readonly string[];
  readonly remindersDoubled: readonly string[];
  readonly approvalsDoubled: readonly string[];
  /** Not told to the person, but told to the administrators. */
  readonly reported: readonly string[];
  /** Lists that arrived. */
  readonly reminders: number;
}

const OPEN = ["planned", "started", "returned"];
/** The policy's reminders before the due date, in days; from the due date on it is told every day. */
const BEFORE_DUE = [2, 7];

export function judge(evidence: Evidence): Verdict {
  const untold = evidence.days.flatMap((day, place) =>
    untoldOn(day, evidence.days.slice(0, place + 1), evidence.sayings),
  );
  const isReported = ({ item }: Untold) => reportedAs(evidence, item.keeper.name);
  return {
    lost: [
      ...untold.filter((one) => !isReported(one)).map(inWords),
      ...unclimbed(evidence),
      ...lostActs(evidence),
      ...unasked(evidence),
      ...unansweredOfficers(evidence),
    ],
    reported: untold.filter(isReported).map(inWords),
    remindersDoubled: evidence.days.flatMap(({ day, atStart }) => toldTwice(day, atStart, evidence.sayings)),
    approvalsDoubled: approvalsTwice(evidence),
    reminders: evidence.sayings.filter(({ kind }) => kind === "morning").length,
  };
}

function unclimbed({ days, rungs, sayings }: Evidence): string[] {
  const late = (days[0]?.atEnd ?? []).filter(({ dueOn, state }) => dueOn === rungs.dueOn && OPEN.includes(state));
  const heard = sayings.filter(({ userId }) => userId === rungs.userId);
  return late
    .filter(({ borrower }) => !heard.some((saying) => tellsOf(saying, borrower)))
    .map(({ number }) => `${rungs.userId} did not hear that ${number} is so late`);
}

interface Untold {
  readonly day: string;
  readonly item: DueItem;
}

const inWords = ({ day, item }: Untold) => `${day}: ${item.keeper.name} was not told of ${item.number}`;

/** From when on the item had to be told, by this day: that day, or the day its reminder fell due. Nothing where it is far off. */
function dueFrom(item: DueItem, day: string): string | undefined {
  if (item.dueOn <= day) {
    return day;
  }
  const starts = BEFORE_DUE.map((days) => addDays(isoDate(item.dueOn), -days));
  return starts.find((start) => start <= day);
}

/** Told on that day, or where one telling is enough, on a day lived since. */
function untoldOn({ day, atStart, atEnd }: LivedDay, lived: readonly LivedDay[], sayings: readonly Saying[]): Untold[] {
  const isOpen = (item: DueItem) => OPEN.includes(item.state) && dueFrom(item, day) !== undefined;
  const stillOpen = new Set(atEnd.filter(isOpen).map(({ number }) => number));
  const due = atStart.filter((item) => isOpen(item) && stillOpen.has(item.number));
  const since = (item: DueItem) => lived.filter((one) => one.day >= (dueFrom(item, day) ?? day));
  return due
    .filter((item) => !since(item).some((one) => wasTold(item, one.day, due, sayings)))
    .map((item) => ({ day, item }));
}

function wasTold(item: DueItem, day: string, due: readonly DueItem[], sayings: readonly Saying[]): boolean {
  const own = due.filter(({ keeper }) => keeper.userId === item.keeper.userId).length;
  return listsOf(item.keeper.userId, day, sayings).some(
    (saying) => tellsOf(saying, item.borrower) && (!saying.isPlain || countIn(saying) >= own),
  );
}

const listsOf = (userId: string, day: string, sayings: readonly Saying[]) =>
  sayings.filter((saying) => saying.userId === userId && isOfDay(saying, day));

function reportedAs({ sayings, administrator }: Evidence, name: string): boolean {
  return sayings.some(
    ({ userId, kind, words }) => userId === administrator && kind === "undeliverable" && words.includes(name),
  );
}

/** Two new lists of one day to one person that share an item. */
function toldTwice(day: string, items: readonly DueItem[], sayings: readonly Saying[]): string[] {
  const readers = new Set(sayings.map(({ userId }) => userId));
  return [...readers].flatMap((userId) => {
    const lists = listsOf(userId, day, sayings);
    const shared = lists.filter((list, place) =>
      lists.slice(0, place).some((earlier) => items.some((item) => both(earlier, list, item))),
    );
    return shared.map(() => `${day}: ${userId} was told the same list again`);
  });
}

const both = (one: Saying, other: Saying, item: DueItem) =>
  tellsOf(one, item.borrower) && tellsOf(other, item.borrower);

/** What a person was told is saved, and is not. */
function lostActs({ submitted, approved, reports }: Evidence): string[] {
  const stored = (number: string) => reports.filter((report) => report.number === number);
  return [
    ...submitted.filter((number) => stored(number).length === 0).map((number) => `the report of ${number} is gone`),
    ...approved
      .filter((number) => !stored(number).some(({ decided }) => decided))
      .map((number) => `the approval of ${number} is gone`),
  ];
}

function unasked({ reports, sayings, reviewer }: Evidence): string[] {
  return reports
    .filter(({ number }) => requestsFor(number, reviewer, sayings).length === 0)
    .map(({ number }) => `nobody was asked to review ${number}`);
}

const requestsFor = (number: string, reviewer: string, sayings: readonly Saying[]) =>
  sayings.filter((saying) => saying.userId === reviewer && saying.kind === "request" && tellsOf(saying, number));

function unansweredOfficers(evidence: Evidence): string[] {
  return evidence.reports
    .filter(({ decided }) => decided)
    .filter(({ number, byUserId }) => noticesOf(number, byUserId, evidence.sayings).length === 0)
    .filter(({ byUserId }) => !reportedAs(evidence, nameOf(evidence, byUserId)))
    .map(({ number, byUserId }) => `${byUserId} was not told that ${number} is approved`);
}

function nameOf({ days }: Evidence, userId: string): string {
  return days.flatMap(({ atStart }) => atStart).find(({ keeper }) => keeper.userId === userId)?.keeper.name ?? userId;
}

const noticesOf = (number: string, userId: string, sayings: readonly Saying[]) =>
  sayings.filter((saying) => saying.userId === userId && saying.kind === "approved" && tellsOf(saying, number));

function approvalsTwice({ reports, sayings, reviewer }: Evidence): string[] {
  const numbers = [...new Set(reports.map(({ number }) => number))];
  return numbers.flatMap((number) => {
    const of = reports.filter((report) => report.number === number);
    const officer = of[0]?.byUserId ?? "";
    return [
      ...again(of, `${number} has more than one report`),
      ...again(requestsFor(number, reviewer, sayings), `the review of ${number} was asked for again`),
      ...again(noticesOf(number, officer, sayings), `the approval of ${number} was told again`),
    ];
  });
}

const again = (all: readonly unknown[], words: string) => all.slice(1).map(() => words);
