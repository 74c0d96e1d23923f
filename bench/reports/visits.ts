/** Every customer once a quarter, officer by officer in turn, so that the time of one is not that of the others. */
import { addMonths, isoDate } from "../../src/domain/dates.ts";
import type { Officer, Stand } from "./stand.ts";
import type { Line } from "./tally.ts";
import { type Task, type Written, writeReport } from "./write-report.ts";

export interface Plan {
  readonly visits: number;
  readonly seed: number;
  readonly from: string;
  /** No more than so many. */
  readonly reports: number;
  say(line: string): void;
}

const MONTHS = 3;

interface Past extends Written {
  readonly customer: string;
}

interface Desk {
  readonly stand: Stand;
  readonly plan: Plan;
  /** By customer. */
  readonly last: Map<string, Past>;
  readonly newest: Map<Officer, Past>;
  readonly lines: Line[];
  readonly stuck: string[];
}

export type All = Pick<Desk, "lines" | "stuck">;

/** A report that could not be finished is named in `stuck` and the others go on. */
export async function writeAll(stand: Stand, plan: Plan): Promise<All> {
  const desk: Desk = { stand, plan, last: new Map(), newest: new Map(), lines: [], stuck: [] };
  for (let visit = 0; visit < plan.visits; visit += 1) {
    const day = addMonths(isoDate(plan.from), visit * MONTHS);
    stand.moveTo(day);
    await visitAll(desk, visit, day);
    plan.say(`${day}: ${desk.lines.length} written`);
  }
  return desk;
}

const unfinished = (failure: unknown): Error => (failure instanceof Error ? failure : new Error(String(failure)));

async function visitAll(desk: Desk, visit: number, day: string): Promise<void> {
  const { officers } = desk.stand;
  const most = Math.max(...officers.map(({ customers }) => customers.length));
  for (let place = 0; place < most; place += 1) {
    for (const [at, officer] of officers.entries()) {
      const customer = officer.customers[place];
      if (customer === undefined || desk.lines.length === desk.plan.reports) continue;
      const seed = desk.plan.seed * 1_000_000 + at * 100_000 + place * 100 + visit;
      await visitOne(desk, officer, customer, { place: visit, visitedOn: day, seed });
    }
  }
}

async function visitOne(
  { stand, plan, last, newest, lines, stuck }: Desk,
  officer: Officer,
  { id, name }: Officer["customers"][number],
  visit: Pick<Task, "place" | "visitedOn" | "seed">,
): Promise<void> {
  const number = await nextOf(stand, id);
  if (number === undefined) return;
  const before = { last: last.get(id)?.said, lastOfAnother: newest.get(officer) };
  const written = await writeReport(stand, officer, { ...visit, ...before, number, customer: name }).catch(unfinished);
  if (written instanceof Error) {
    stuck.push(`${number}, ${officer.conduct.name}: ${written.message}`);
    plan.say(stuck.at(-1) ?? "");
    await officer.driver.closes({ all: true });
    return;
  }
  const past = { ...written, customer: name };
  last.set(id, past);
  newest.set(officer, past);
  lines.push({ ...written, conduct: officer.conduct, place: visit.place });
}

/** The customer's next inspection. */
async function nextOf(stand: Stand, borrowerId: string): Promise<string | undefined> {
  const next = await stand.parts.database.db.inspection.findFirst({
    where: { borrowerId, state: "planned", kind: { in: ["first", "routine"] } },
    orderBy: [{ dueOn: "asc" }, { number: "asc" }],
    select: { number: true },
  });
  return next?.number;
}
