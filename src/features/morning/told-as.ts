/** What a message remembers of an item that it covers: where it stood, which stage was told, for which due date. Pure. */
import { isIsoDate } from "../../domain/dates.ts";
import { isReminderStage, type ReminderStage } from "../../domain/reminders/index.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { isToldStage, type ToldStage } from "./stages.ts";

export interface ToldAs {
  readonly section: ToldStage;
  /** Missing where no rung was reached, e.g. of a returned report. */
  readonly stage?: ReminderStage;
  /** Another due date begins anew. */
  readonly dueOn?: IsoDate;
  /** Told earlier, and only counted in this message. */
  readonly again?: boolean;
}

const AGAIN = "+again";
const SHAPE = /^(?<section>[a-z_]+)(?::(?<stage>[a-z_0-9]+)@(?<dueOn>[0-9-]+)(?<again>\+again)?)?$/u;

/** `late:after_1@2026-03-05`. */
export function writeToldAs({ section, stage, dueOn, again }: ToldAs): string {
  return dueOn === undefined ? section : `${section}:${stage ?? "none"}@${dueOn}${again === true ? AGAIN : ""}`;
}

export function readToldAs(text: string): ToldAs | undefined {
  const { section = "", stage = "", dueOn = "", again } = SHAPE.exec(text)?.groups ?? {};
  if (!isToldStage(section)) {
    return undefined;
  }
  return {
    section,
    ...(isReminderStage(stage) ? { stage } : {}),
    ...(isIsoDate(dueOn) ? { dueOn } : {}),
    again: again !== undefined,
  };
}
