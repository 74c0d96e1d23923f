/** What one person is told on one morning: their own work, and what climbed to them. Pure. */
import { compareDates } from "../../domain/dates.ts";
import type { ReminderStage } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { OwnItem } from "./own-work.ts";
import { DESK_STAGES, type ToldStage } from "./stages.ts";
import type { ToldBefore } from "./told-before.ts";

export interface BundledItem {
  readonly id: string;
  readonly dueOn: IsoDate;
  /** The section it stands in; `stage` as every list calls it. */
  readonly stage: ToldStage;
  readonly reminder: ReminderStage | undefined;
  /** The person hears of this stage for the first time. */
  readonly news: boolean;
  /** Only counted: told earlier, and not today's work. */
  readonly again: boolean;
}

export interface ClimbedNews {
  readonly id: string;
  readonly dueOn: IsoDate;
  readonly stage: ReminderStage;
}

/** What comes from others: the section that tells each part of it. */
const SECTIONS = {
  climbed: "climbed",
  reviews: "review_late",
  measures: "measure_climbed",
  measureWaits: "measure_waits",
  overrideWaits: "override_waits",
  zoneWaits: "zone_waits",
  keyDates: "key_date_climbed",
} as const satisfies Record<string, ToldStage>;
export type FromOthers = keyof typeof SECTIONS;
export const FROM_OTHERS: readonly FromOthers[] = [
  "climbed",
  "reviews",
  "measures",
  "measureWaits",
  "overrideWaits",
  "zoneWaits",
  "keyDates",
];

export interface PersonsWork {
  readonly own: readonly OwnItem[];
  readonly others: readonly (readonly [FromOthers, readonly ClimbedNews[]])[];
}

/** Empty where there is neither news nor anything to do today. Most urgent first; what is only counted comes last. */
export function bundleOf(personId: string, work: PersonsWork, before: ToldBefore): BundledItem[] {
  const mine = new Set(work.own.map(({ id }) => id));
  const fromOthers = (stage: ToldStage) => (item: ClimbedNews) => {
    const news = before.isNews(personId, item, item.stage);
    return { ...toItem(item, stage, item.stage), news, again: !news };
  };
  const items: BundledItem[] = [
    ...work.own.map((item) => {
      const news = item.stage !== undefined && before.isNews(personId, item, item.stage);
      return { ...toItem(item, item.section, item.stage), news, again: !news && !item.forToday };
    }),
    ...work.others.flatMap(([part, theirs]) =>
      theirs.filter(({ id }) => !mine.has(id)).map(fromOthers(SECTIONS[part])),
    ),
  ];
  return items.some(({ again }) => !again) ? items.toSorted(mostUrgentFirst) : [];
}

function toItem(
  { id, dueOn }: { readonly id: string; readonly dueOn: IsoDate },
  stage: ToldStage,
  reminder: ReminderStage | undefined,
) {
  return { id, dueOn, stage, reminder };
}

function mostUrgentFirst(a: BundledItem, b: BundledItem): number {
  return (
    Number(a.again) - Number(b.again) ||
    DESK_STAGES.indexOf(a.stage) - DESK_STAGES.indexOf(b.stage) ||
    compareDates(a.dueOn, b.dueOn) ||
    (a.id < b.id ? -1 : 1)
  );
}
