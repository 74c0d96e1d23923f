import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VERBS, type Verb } from "../../src/domain/rights.ts";
import { translator } from "../../src/texts/index.ts";
import type { PersonDriver } from "../../src/workspace/workspace.ts";
import {
  type ClickDesk,
  COLLEAGUES,
  type Colleague,
  NOT_IN_SLACK,
  SECRET,
  startClickDesk,
  TERMINAL_ONLY,
  WAYS,
  type Way,
} from "./click-desk.ts";
import { isAllowed, MATRIX } from "./matrix.ts";

const t = translator("en");
/** What a refused person reads. */
const NO = [
  t("refusal.may.role"),
  t("refusal.may.scope"),
  "There is nothing with the number",
  "No customer that you may see fits",
  "There is no command",
];

const mayNot = (way: Way, { role, inUnit }: Colleague): boolean =>
  TERMINAL_ONLY.includes(way.verb) ||
  role === undefined ||
  !isAllowed(MATRIX.get(way.verb)?.get(role) ?? "-", { own: false, inUnit });
/** These hold what is one's own, whoever asks: what is forbidden is another's, which no way leads to (of the register: `clipped.test.ts`). */
const OF_ONES_OWN: readonly Verb[] = ["see_own_desk", "see_queue", "see_ledger"];
const isOfAnother = ({ verb }: Way) => !OF_ONES_OWN.includes(verb);

describe("what a role may not do, tried by real clicks and commands", () => {
  let on: ClickDesk;
  const tried = new Set<string>();
  let attempts = 0;
  beforeAll(async () => {
    on = await startClickDesk();
  }, 60_000);
  afterAll(async () => {
    await on.desk.stop();
    process.stdout.write(`rights by click: ${attempts} attempts, ${tried.size} forbidden cells of roles and verbs\n`);
  });

  it("is tried for every verb that Slack knows", () => {
    const ways = new Set([...WAYS.map(({ verb }) => verb), ...NOT_IN_SLACK]);
    expect([...ways].sort()).toEqual([...VERBS].sort());
  });

  it.each(WAYS.map((way): [string, string, Way] => [way.verb, way.name, way]))(
    "%s: whoever may not and %s is refused, reads no name, and changes nothing",
    async (_verb, _name, way) => {
      const before = await everything(on);
      const refusedBefore = on.desk.workspace.refused.length;
      for (const colleague of COLLEAGUES.filter((one) => forbidden(way, one))) {
        const read = await attempt(way, on.desk.as(colleague.userId));
        const who = `${colleague.role} ${colleague.inUnit ? "in the unit" : "of another unit"}`;
        expect(read, who).not.toContain(SECRET);
        if (way.silent !== true)
          expect(
            NO.filter((sentence) => read.includes(sentence)),
            `${who}: ${read}`,
          ).not.toEqual([]);
        tried.add(`${colleague.role}:${way.verb}`);
        attempts += 1;
      }
      expect(await everything(on)).toEqual(before);
      expect(on.desk.workspace.refused.slice(refusedBefore)).toEqual([]);
    },
    60_000,
  );

  function forbidden(way: Way, colleague: Colleague): boolean {
    const cell = colleague.role === undefined ? "-" : MATRIX.get(way.verb)?.get(colleague.role);
    return isOfAnother(way) ? mayNot(way, colleague) : cell === "-";
  }

  /** What the person newly reads. */
  async function attempt(way: Way, person: PersonDriver): Promise<string> {
    const already = person.messagesFromBot().length;
    await way.tries(on, person);
    const messages = person.messagesFromBot().slice(already);
    const read = [person.modal?.text ?? "", ...Object.values(person.errors), ...messages.map(({ shown }) => shown)];
    if (person.modal !== null) await person.closes({ all: true });
    return read.join("\n").replaceAll("\u200b", "");
  }
});

/** Every row that a person could have changed, and nothing that only tells that they tried. */
async function everything({ desk: { db } }: ClickDesk): Promise<unknown> {
  return {
    inspections: await db.inspection.findMany({ orderBy: { id: "asc" } }),
    drafts: await db.draft.findMany({ orderBy: { id: "asc" } }),
    answers: await db.draftAnswer.findMany({ orderBy: [{ draftId: "asc" }, { key: "asc" }] }),
    reports: await db.report.findMany({ orderBy: { id: "asc" } }),
    reviews: await db.review.findMany(),
    batches: [await db.offSiteBatch.findMany({ orderBy: { id: "asc" } }), await db.batchAnswer.findMany()],
    answeredBy: await db.borrowerConfirmation.findMany(),
    putOff: [await db.extension.findMany(), await db.snooze.findMany(), await db.visitAttempt.findMany()],
    evidence: await db.evidence.findMany({ orderBy: { id: "asc" } }),
    ownerships: await db.ownership.findMany({ orderBy: { id: "asc" } }),
    turns: await db.dutyTurn.findMany(),
    signals: [await db.signal.findMany({ orderBy: { id: "asc" } }), await db.signalQuestion.findMany()],
    costs: await db.caseCost.count(),
    quiet: await db.signalSnooze.count(),
    bulletins: await db.industryBulletin.findMany(),
    measures: await db.case.findMany({ orderBy: { id: "asc" } }),
    handovers: await db.handover.findMany({ orderBy: { id: "asc" } }),
    absences: await db.delegation.findMany({ orderBy: { id: "asc" } }),
    grants: await db.roleGrant.findMany({ orderBy: { id: "asc" } }),
    audit: await db.auditEvent.count(),
    promised: await db.outboxMessage.count(),
    runs: await db.importRun.count(),
  };
}
