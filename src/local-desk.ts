/** Without Slack: the local workspace with a demonstration book, on a clock that can be moved. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isWorkingDay } from "./domain/calendar/business-calendar.ts";
import { addDays, isoDate } from "./domain/dates.ts";
import type { Moment } from "./domain/vocabulary.ts";
import { buildDemonstration, DEMONSTRATION_TIME_ZONE, playActs, realActs } from "./features/demonstration/index.ts";
import { localPeople, sayAgain } from "./local-people.ts";
import { localDate, momentAt } from "./platform/clock.ts";
import type { Config } from "./platform/config/index.ts";
import type { Parts } from "./platform/context.ts";
import { evidenceStore } from "./platform/evidence-store.ts";
import { keepClock } from "./platform/kept-clock.ts";
import type { SlackConnection } from "./platform/slack/bolt.ts";
import { manifestScopes, manifestShortcuts } from "./platform/slack/manifest.ts";
import { languageOfLocale, type Translate, translator } from "./texts/index.ts";
import type { WorkspaceClockMove } from "./workspace/contract.ts";
import { localTokens, startWorkspace } from "./workspace/workspace.ts";

export interface LocalDesk {
  readonly settings: SlackConnection;
  greeting(t: Translate): readonly string[];
  /** What to do at once when a person has moved the clock. */
  clockMoved(run: () => Promise<void>): void;
  /** The desk is open: the demonstration's people begin to act. */
  opened(): Promise<void>;
  close(): Promise<void>;
}

const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };
/** The demonstration may do what the app is granted, and no more. */
const MANIFEST = fileURLToPath(new URL("../manifest.yml", import.meta.url));
const DEMONSTRATION_SETTING = "demonstration";
const MORNING = "09:00";
const BEFORE_WORK = "08:40";

export async function openLocalDesk(config: Config, parts: Parts): Promise<LocalDesk> {
  await beginBeforeWork(parts);
  const ownBook = await hasOwnBook(parts);
  if (!ownBook) {
    await buildDemonstration(parts);
  }
  await sayAgain(parts);
  const place = await placeOfBook(parts);
  let moved: () => Promise<void> = async () => undefined;
  const workspace = await startWorkspace({
    port: config.port,
    people: await localPeople(parts),
    channels: [],
    commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
    shortcuts: manifestShortcuts(MANIFEST),
    bot: BOT,
    ...localTokens,
    scopes: manifestScopes(MANIFEST),
    manifest: readFileSync(MANIFEST, "utf8"),
    welcome: (locale) => welcome(translator(languageOfLocale(locale)), ownBook),
    clock: {
      now: () => ({ iso: parts.clocks.now().toISO(), timeZone: place.timeZone }),
      move: async (to) => {
        parts.clocks.moveTo(target(parts, place, to));
        await keepClock(parts);
        await moved();
      },
    },
  });
  return {
    settings: {
      botToken: localTokens.botToken,
      transport: { mode: "socket", appToken: localTokens.appToken },
      apiUrl: workspace.apiUrl,
    },
    greeting: (t) => greeting(workspace.url, t),
    clockMoved: (run) => {
      moved = run;
    },
    opened: () => playActs(parts, realActs(evidenceStore(config.evidenceDir))),
    close: () => workspace.close(),
  };
}

/** Somebody's own book was imported: the page then shows its people instead of the invented ones. */
async function hasOwnBook({ database: { db } }: Parts): Promise<boolean> {
  const demonstrated = await db.setting.findUnique({ where: { key: DEMONSTRATION_SETTING } });
  return demonstrated === null && (await db.orgUnit.count()) > 0;
}

/** A demonstration that is new begins shortly before nine, whatever the hour of the newcomer. */
async function beginBeforeWork(parts: Parts): Promise<void> {
  if ((await parts.database.db.orgUnit.count()) === 0) {
    const today = localDate(parts.clocks.now(), DEMONSTRATION_TIME_ZONE);
    parts.clocks.moveTo(momentAt(today, BEFORE_WORK, DEMONSTRATION_TIME_ZONE));
    await keepClock(parts);
  }
}

interface Place {
  readonly timeZone: string;
  readonly calendarId: string;
}

/** The page's clock is the head office's. */
async function placeOfBook({ database: { db } }: Parts): Promise<Place> {
  const select = { timeZone: true, calendarId: true } as const;
  return db.orgUnit.findFirstOrThrow({ where: { parentId: null }, orderBy: { id: "asc" }, select });
}

/** Nine o'clock of the next working day that is yet to come, or the day asked for. */
function target(parts: Parts, { timeZone, calendarId }: Place, to: WorkspaceClockMove): Moment {
  const now = parts.clocks.now();
  if (to.to === "date") {
    return momentAt(isoDate(to.date), to.time ?? MORNING, timeZone);
  }
  const calendar = parts.calendars.get(calendarId);
  for (let day = localDate(now, timeZone); ; day = addDays(day, 1)) {
    const morning = momentAt(day, MORNING, timeZone);
    if (morning > now && (calendar === undefined || isWorkingDay(calendar, day))) {
      return morning;
    }
  }
}

function welcome(t: Translate, ownBook: boolean): string[] {
  const [what, check] = ownBook
    ? [t("demonstration.own_book"), t("demonstration.own_check")]
    : [t("demonstration.what"), t("demonstration.check")];
  return [what, t("demonstration.morning"), check, t("demonstration.help")];
}

function greeting(url: string, t: Translate): string[] {
  return [t("start.local"), "", `    ${url}`, "", t("start.local_next"), t("start.local_stop")];
}
