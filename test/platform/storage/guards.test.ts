import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { guardsFor, PARTIAL_INDEXES, WORDS } from "../../../prisma/guards.ts";
import { guardNames, guardsSql } from "../../../prisma/guards-sql.ts";
import { tablesOf } from "../../../prisma/models-columns.ts";
import { DATABASE_KINDS, modelsText, repositoryPath } from "../../../prisma/schema.ts";
import { isUniqueConflict, refusedByGuard } from "../../../src/platform/storage/index.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { oneOfEach } from "../../setup/one-of-each.ts";

const models = modelsText();
const tables = tablesOf(models);
const guards = guardsFor(models);
const mayGo = [
  "Total",
  "UnitTotal",
  "UnitLoad",
  "DraftAnswer",
  "Setting",
  "UnmatchedPerson",
  "DeliveryPause",
  "DeliveryPace",
  "DutyRun",
  "DutyBeat",
  "LookAsked",
  "OpenHome",
  "InspectionLoan",
  "OutboxItem",
  "BatchAnswer",
];
const keptTables = [...tables.keys()].filter((table) => !mayGo.includes(table));

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await oneOfEach(database.db);
});

/** The guard that refused the raw write, or what happened instead. */
async function refusal(sql: string): Promise<string> {
  try {
    await database.raw.execute(sql);
    return "stored";
  } catch (error) {
    return refusedByGuard(error) ?? (isUniqueConflict(error) ? "unique" : String(error));
  }
}

/** A copy of a table's first row with some columns written differently, as raw SQL. */
function copyWith(table: string, changed: Record<string, string>): string {
  const columns = (tables.get(table) ?? []).map(({ name }) => name);
  const chosen = columns.map((column) => changed[column] ?? (column === "id" ? "'copy'" : `"${column}"`));
  const listed = columns.map((column) => `"${column}"`).join(", ");
  return `INSERT INTO "${table}" (${listed}) SELECT ${chosen.join(", ")} FROM "${table}" LIMIT 1`;
}

/** What a review of an approval says. */
const approving = { decision: "'approved'", recordJudgement: "'in_order'", conclusionJudgement: "'in_order'" };

describe("the guards", () => {
  it("stand in the catalogue, every one", async () => {
    const [triggers, indexes] =
      database.kind === "sqlite"
        ? [
            "SELECT name FROM sqlite_master WHERE type = 'trigger'",
            "SELECT name FROM sqlite_master WHERE type = 'index'",
          ]
        : ["SELECT tgname::text AS name FROM pg_trigger", "SELECT indexname::text AS name FROM pg_indexes"];
    const names = async (sql: string) => (await database.raw.query(sql)).map((row) => Reflect.get(Object(row), "name"));

    const expected = guardNames(database.kind, models);

    expect(expected.triggers.length).toBeGreaterThan(60);
    expect(await names(triggers)).toEqual(expect.arrayContaining(expected.triggers));
    expect(await names(indexes)).toEqual(expect.arrayContaining(expected.indexes));
  });

  it.each(DATABASE_KINDS)("of %s stand in the repository as they are meant", (kind) => {
    expect(readFileSync(repositoryPath(`prisma/guards.${kind}.sql`), "utf8")).toBe(guardsSql(kind, models));
  });

  it("name only tables and columns that there are", () => {
    const named = [
      ...Object.keys(WORDS),
      ...guards.flatMap(({ table, columns = ["id"] }) => columns.map((column) => `${table}.${column}`)),
      ...PARTIAL_INDEXES.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
    ];
    const withoutId = [
      "InspectionLoan.id",
      "ReviewNote.id",
      "ImportRefusal.id",
      "OutboxItem.id",
      "AuditEvent.id",
      "BatchAnswer.id",
      "SampleItem.id",
      "SignalNamed.id",
      "TotalDelta.id",
      "DigestWish.id",
      "DigestLook.id",
    ];
    const there = [...tables].flatMap(([table, columns]) => columns.map(({ name }) => `${table}.${name}`));

    expect(named.filter((name) => !there.includes(name) && !withoutId.includes(name))).toEqual([]);
  });
});

describe("nothing is deleted", () => {
  it.each(keptTables)("from %s", async (table) => {
    const guard = guards.find((one) => one.table === table && one.on.includes("delete"))?.name;

    expect(await refusal(`DELETE FROM "${table}"`)).toBe(guard);
    const otherwise =
      database.kind === "sqlite"
        ? `INSERT OR REPLACE INTO "${table}" SELECT * FROM "${table}" LIMIT 1`
        : `TRUNCATE "${table}" CASCADE`;
    expect(await refusal(otherwise)).toMatch(/^[a-z_]+$/);
    expect(await refusal(otherwise)).not.toMatch(/stored|unique/);
  });

  it("of the loans of a started check, nor of what a message was about", async () => {
    expect(await refusal(`DELETE FROM "InspectionLoan"`)).toBe("loans_stay_after_start");
    expect(await refusal(`DELETE FROM "OutboxItem"`)).toBe("told_items_stay");
  });
});

describe("a later date", () => {
  const approve = (by: string) =>
    `UPDATE "Extension" SET "state" = 'approved', "decidedById" = ${by}, "decidedAt" = "askedAt"`;

  it("is not granted by who asked, by who does the work, nor by nobody", async () => {
    await database.raw.execute(`UPDATE "Inspection" SET "assigneeId" = 'qian'`);

    expect(await refusal(approve("'li'"))).toBe("extension_needs_another");
    expect(await refusal(approve("'qian'"))).toBe("extension_needs_another");
    expect(await refusal(approve("NULL"))).toBe("extension_needs_another");
  });

  it("is asked for once at a time", async () => {
    expect(await refusal(copyWith("Extension", {}))).toBe("unique");
  });
});

describe("a review", () => {
  const judged = (decision: string, record: string, conclusion: string) =>
    copyWith("Review", {
      reportId: "'report'",
      decision: `'${decision}'`,
      recordJudgement: record,
      conclusionJudgement: conclusion,
    });

  it("judges the record and the conclusion, and as it decides", async () => {
    expect(await refusal(judged("returned", "NULL", "'in_order'"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("returned", "'in_order'", "NULL"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("returned", "'in_order'", "'in_order'"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("re_inspect", "'in_order'", "'in_order'"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("approved", "'in_order'", "'not_in_order'"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("approved", "'not_judged'", "'in_order'"))).toBe("judgement_fits_decision");
    expect(await refusal(judged("returned", "'fine'", "'in_order'"))).toBe("values_of_review");
  });
});

describe("a draw of re-checks", () => {
  it("is made once for a unit and a month, and no inspection is drawn twice", async () => {
    expect(await refusal(copyWith("SampleDraw", {}))).toBe("unique");
    expect(await refusal(copyWith("SampleItem", { recheckId: "'other'" }))).toBe("unique");
  });

  it("gives no re-check to who wrote the report or keeps the account, and takes no report of it from them", async () => {
    const recheck = { id: "'second-look'", number: "'I-second-look'", state: "'planned'", kind: "'special'" };
    expect(await refusal(copyWith("Inspection", recheck))).toBe("stored");
    const item = copyWith("SampleItem", { inspectionId: "'inspection'", recheckId: "'second-look'" });
    const report = { inspectionId: "'second-look'", batchId: "NULL" };
    const people = ["li", "zhao", "wang"];
    const given: string[] = [];
    for (const person of people) {
      await database.raw.execute(`UPDATE "Inspection" SET "assigneeId" = '${person}' WHERE "id" = 'second-look'`);
      given.push(await refusal(item));
    }
    const written: string[] = [];
    for (const person of people) {
      written.push(await refusal(copyWith("Report", { ...report, submittedById: `'${person}'` })));
    }

    expect(given).toEqual(["rechecked_by_another", "rechecked_by_another", "stored"]);
    expect(written).toEqual(["recheck_reported_by_another", "recheck_reported_by_another", "stored"]);
  });

  it("knows why each was drawn", async () => {
    expect(await refusal(copyWith("SampleItem", { inspectionId: "'x'", recheckId: "'y'", why: "'chosen'" }))).toBe(
      "values_of_sample_item",
    );
  });
});

describe("a measure", () => {
  const close = (by: string) =>
    `UPDATE "Case" SET "state" = 'closed', "result" = 'r', "reportedById" = 'qian', "reportedAt" = "openedAt", "closedById" = ${by}, "closedAt" = "openedAt"`;

  it("has exactly one first responsible person, who exists", async () => {
    expect(await refusal(`UPDATE "Case" SET "ownerId" = NULL`)).not.toBe("stored");
    expect(await refusal(`UPDATE "Case" SET "ownerId" = 'nobody'`)).not.toBe("stored");
  });

  it("is closed by a second person, on a reported result", async () => {
    expect(await refusal(close("'li'"))).toBe("case_needs_another");
    expect(await refusal(close("'qian'"))).toBe("case_needs_another");
    expect(await refusal(close("NULL"))).toBe("case_needs_another");
    expect(await refusal(`UPDATE "Case" SET "state" = 'closed', "closedById" = 'wang'`)).toBe("case_needs_another");
    expect(await refusal(`UPDATE "Case" SET "state" = 'reported'`)).toBe("case_needs_another");
    expect(await refusal(copyWith("Case", { state: "'closed'", closedById: "'wang'" }))).toBe("case_needs_another");
  });

  it("is offered while it is open, to somebody else, by a person, until a moment", async () => {
    const offer = (to: string, more = `"offeredById" = 'li', "offeredAt" = "openedAt", "offerUntil" = "openedAt"`) =>
      `UPDATE "Case" SET "offeredToId" = ${to}, ${more}`;
    expect(await refusal(offer("'li'"))).toBe("case_offer_is_whole");
    expect(await refusal(offer("'qian'", `"offeredById" = 'li'`))).toBe("case_offer_is_whole");
    expect(await refusal(`${offer("'qian'")}, "state" = 'dropped'`)).toBe("case_offer_is_whole");
    expect(await refusal(offer("'qian'"))).toBe("stored");
    expect(await refusal(`UPDATE "Case" SET "ownerId" = 'qian'`)).toBe("case_offer_is_whole");
    expect(await refusal(`UPDATE "Case" SET "offeredToId" = NULL`)).toBe("stored");
  });

  it("stands once for the same risk", async () => {
    expect(await refusal(copyWith("Case", {}))).toBe("unique");
  });

  it("stands in a report, and a plan in none", async () => {
    expect(await refusal(`UPDATE "Case" SET "reportId" = NULL`)).toBe("case_stands_somewhere");
    expect(await refusal(`UPDATE "Case" SET "kind" = 'workout_plan'`)).toBe("case_stands_somewhere");
    const nowhere = { inspectionId: "NULL", reportId: "NULL" };
    expect(await refusal(copyWith("Case", nowhere))).toBe("case_stands_somewhere");
    const plan = { ...nowhere, kind: "'workout_plan'" };
    expect(await refusal(copyWith("Case", plan))).toBe("stored");
    // One plan waits per customer, of whatever kind.
    expect(await refusal(copyWith("Case", { ...plan, id: "'other'", kind: "'written_plan'" }))).toBe("unique");
  });
});

describe("an override", () => {
  const grant = (by: string) =>
    `UPDATE "GateOverride" SET "state" = 'granted', "decidedById" = ${by}, "decidedAt" = "askedAt"`;

  it("is not granted by who asked, nor by nobody", async () => {
    expect(await refusal(grant("'li'"))).toBe("override_needs_another");
    expect(await refusal(grant("NULL"))).toBe("override_needs_another");
  });

  it("is asked for once at a time", async () => {
    expect(await refusal(copyWith("GateOverride", {}))).toBe("unique");
  });
});

describe("a zone that people set", () => {
  const approve = (by: string) =>
    `UPDATE "ZoneOverride" SET "state" = 'approved', "decidedById" = ${by}, "decidedAt" = "askedAt"`;

  it("is asked for once at a time, and stays what was asked for", async () => {
    expect(await refusal(copyWith("ZoneOverride", {}))).toBe("unique");
    const other = `UPDATE "ZoneOverride" SET "state" = 'declined', "untilOn" = '2027-01-01'`;
    expect(await refusal(other)).toBe("zone_is_fixed");
  });

  it("is not approved by who asked, by who keeps the customer, nor by nobody", async () => {
    expect(await refusal(approve("'li'"))).toBe("zone_needs_another");
    expect(await refusal(approve("'zhao'"))).toBe("zone_needs_another");
    expect(await refusal(approve("NULL"))).toBe("zone_needs_another");
    const by = { state: "'approved'", decidedById: "'wang'", decidedAt: '"askedAt"' };
    expect(await refusal(copyWith("ZoneOverride", by))).toBe("stored");
  });
});

describe("the copy of a filed document", () => {
  it("stays with its document, as it was stored", async () => {
    const written = (set: string) => refusal(`UPDATE "FiledCopy" SET ${set}`);
    expect(await written(`"documentId" = NULL`)).toBe("copy_stays_stored");
    expect(await written(`"sha256" = '11'`)).toBe("copy_stays_stored");
    expect(await written(`"state" = 'pending'`)).toBe("copy_stays_stored");
    expect(await written(`"uploadedById" = 'wang'`)).toBe("copy_stays_stored");
  });
});

describe("a signal", () => {
  const end = (state: string, by: string, id = "signal") =>
    `UPDATE "Signal" SET "state" = '${state}', "endedById" = ${by}, "endedAt" = "raisedAt" WHERE "id" = '${id}'`;
  const other = { id: "'other'", number: "'S-2'", subjectId: "'loan-2'" };
  const agreed = (id: string, by: string, round = 1) =>
    copyWith("SignalEvent", {
      id: `'${id}'`,
      signalId: "'other'",
      act: "'agree_release'",
      personId: by,
      round: String(round),
    });

  it("is no false alarm by who raised it, answers for it or asked, nor by nobody", async () => {
    for (const by of ["'wang'", "'li'", "NULL"]) {
      expect(await refusal(end("false_alarm", by))).toBe("signal_needs_others");
    }
  });

  it("has its plan approved by another", async () => {
    expect(await refusal(`UPDATE "Signal" SET "planApprovedById" = 'li'`)).toBe("plan_needs_another");
  });

  it("is taken over later by whoever approved its plan", async () => {
    const planned = { id: "'planned'", number: "'S-4'", subjectId: "'loan-4'", planApprovedById: "'qian'" };
    expect(await refusal(copyWith("Signal", planned))).toBe("stored");
    const taken = `UPDATE "Signal" SET "ownerId" = 'qian', "state" = 'in_progress' WHERE "id" = 'planned'`;
    expect(await refusal(taken)).toBe("stored");
  });

  it("is offered whole, to somebody else than who answers for it, and not once it has ended", async () => {
    expect(await refusal(copyWith("Signal", { id: "'offered'", number: "'S-5'", subjectId: "'loan-5'" }))).toBe(
      "stored",
    );
    const offer = (to: string, by: string) =>
      `UPDATE "Signal" SET "offeredToId" = '${to}', "offeredById" = ${by}, "offeredAt" = "raisedAt" WHERE "id" = 'offered'`;
    expect(await refusal(offer("qian", "NULL"))).toBe("signal_offer_is_whole");
    expect(await refusal(offer("li", "'li'"))).toBe("signal_offer_is_whole");
    expect(await refusal(offer("qian", "'li'"))).toBe("stored");
    expect(await refusal(end("false_alarm", "'zhao'", "offered"))).toBe("signal_offer_is_whole");
  });

  it("gets its code once, where the raiser was not sure", async () => {
    const unsure = { id: "'unsure'", number: "'S-6'", subjectId: "'loan-6'", code: "'UNSURE'" };
    expect(await refusal(copyWith("Signal", unsure))).toBe("stored");
    const named = `UPDATE "Signal" SET "code" = 'OPS-10', "subjectId" = 'borrower' WHERE "id" = 'unsure'`;
    expect(await refusal(named)).toBe("stored");
    expect(await refusal(named.replace("OPS-10", "OPS-08"))).toBe("signal_stays_ended");
  });

  it("keeps what was asked and answered about it, and stands still only with a reason and until later", async () => {
    const answered = `UPDATE "SignalQuestion" SET "answer" = 'a', "answeredById" = 'wang', "answeredAt" = "askedAt"`;
    expect(await refusal(`UPDATE "SignalQuestion" SET "question" = 'another'`)).toBe("answer_is_given_once");
    expect(await refusal(answered.replace("'wang'", "NULL"))).toBe("answer_is_given_once");
    expect(await refusal(answered)).toBe("stored");
    expect(await refusal(answered.replace("'a'", "'b'"))).toBe("answer_is_given_once");
    expect(await refusal(`UPDATE "SignalSnooze" SET "reason" = ' '`)).toBe("snooze_of_signal_has_a_reason");
    expect(await refusal(`UPDATE "SignalSnooze" SET "untilAt" = "fromAt"`)).toBe("snooze_of_signal_has_a_reason");
  });

  it("stands once for the same fact, and keeps what it is about", async () => {
    expect(await refusal(copyWith("Signal", { number: "'S-2'" }))).toBe("unique");
    expect(await refusal(`UPDATE "Signal" SET "code" = 'FIN-01'`)).toBe("signal_stays_ended");
    expect(await refusal(`UPDATE "Signal" SET "isRestricted" = NOT "isRestricted"`)).toBe("signal_stays_ended");
  });

  it("is released only after others agreed to this asking, and stays ended", async () => {
    expect(await refusal(copyWith("Signal", other))).toBe("stored");
    expect(await refusal(end("closed", "'qian'", "other"))).toBe("signal_needs_others");
    expect(await refusal(agreed("by-owner", "'li'"))).toBe("stored");
    expect(await refusal(agreed("long-ago", "'qian'", 0))).toBe("stored");
    expect(await refusal(end("closed", "'qian'", "other"))).toBe("signal_needs_others");
    expect(await refusal(agreed("now", "'qian'"))).toBe("stored");
    await database.raw.execute(`UPDATE "Signal" SET "path" = 'light' WHERE "id" = 'other'`);
    expect(await refusal(end("closed", "'qian'", "other"))).toBe("signal_needs_others");
    await database.raw.execute(`UPDATE "Signal" SET "path" = 'full' WHERE "id" = 'other'`);
    expect(await refusal(end("closed", "'qian'", "other"))).toBe("stored");
    expect(await refusal(`UPDATE "Signal" SET "state" = 'raised' WHERE "id" = 'other'`)).toBe("signal_stays_ended");
    expect(await refusal(copyWith("Signal", { ...other, id: "'third'", number: "'S-3'" }))).toBe("stored");
  });
});

describe("a tier", () => {
  const move = (state: string, more: string) => `UPDATE "TierProposal" SET "state" = '${state}', ${more}`;
  const recognise = (by: string) => move("recognised", `"recognisedById" = ${by}, "recognisedAt" = "proposedAt"`);
  const approve = (by: string) => move("approved", `"approvedById" = ${by}, "approvedAt" = "proposedAt"`);
  const proposed = { id: "'more'", state: "'suggested'" };

  it("is not recognised by who proposed it, by nobody, or by the machine", async () => {
    for (const by of ["'li'", "NULL", "'system'"]) expect(await refusal(recognise(by))).toBe("tier_needs_three");
  });

  it("is not approved before it was recognised", async () => {
    expect(await refusal(approve("'zhao'"))).toBe("tier_needs_three");
  });

  it("is proposed by a person with a reason and a day, never milder than its floor", async () => {
    const at = { ...proposed, state: "'proposed'" };
    const wrong: Record<string, string>[] = [
      { proposedById: "NULL" },
      { reason: "NULL" },
      { effectiveOn: "NULL" },
      { tier: "'normal'" },
    ];
    for (const changed of wrong)
      expect(await refusal(copyWith("TierProposal", { ...at, ...changed }))).toBe("tier_needs_three");
    expect(await refusal(copyWith("TierProposal", { ...at, hands: "1" }))).toBe("tier_needs_three");
  });

  it("is open once for a loan", async () => {
    expect(await refusal(copyWith("TierProposal", proposed))).toBe("unique");
  });

  it("is not changed under the hands of those who judge it", async () => {
    for (const change of [`"tier" = 'doubtful'`, `"reason" = 'x'`, `"effectiveOn" = '2026-01-01'`, `"hands" = 2`])
      expect(await refusal(`UPDATE "TierProposal" SET ${change}`)).toBe("tier_is_fixed");
  });

  it("is recognised and approved by two others, and is history then", async () => {
    expect(await refusal(recognise("'wang'"))).toBe("stored");
    expect(await refusal(approve("'li'"))).toBe("tier_needs_three");
    expect(await refusal(approve("'wang'"))).toBe("tier_needs_three");
    expect(await refusal(approve("'zhao'"))).toBe("stored");
    expect(await refusal(`UPDATE "TierProposal" SET "tier" = 'loss'`)).toBe("tier_is_fixed");
  });
});

describe("a policy", () => {
  const adopt = (by: string) =>
    `UPDATE "PolicyProposal" SET "state" = 'adopted', "decidedById" = ${by}, "decidedAt" = "proposedAt"`;

  it("is not adopted by who proposed it, nor by nobody", async () => {
    expect(await refusal(adopt("'li'"))).toBe("policy_needs_another");
    expect(await refusal(adopt("NULL"))).toBe("policy_needs_another");
  });

  it("waits alone, and is not exchanged while it waits", async () => {
    expect(await refusal(copyWith("PolicyProposal", {}))).toBe("unique");
    expect(await refusal(`UPDATE "PolicyProposal" SET "text" = 'other'`)).toBe("proposal_is_fixed");
  });
});

describe("a handover", () => {
  it("waits once for the same inspection", async () => {
    expect(await refusal(copyWith("Handover", {}))).toBe("unique");
  });
});

describe("nothing is rewritten", () => {
  it.each([
    "AuditEvent",
    "Review",
    "ReviewNote",
    "ReportFinding",
    "Answer",
    "Observation",
    "FactChange",
    "PolicyVersion",
    "VisitAttempt",
    "ReviewerNaming",
    "PolicySignOff",
    "ConfirmationSheet",
    "BorrowerConfirmation",
    "SignalEvent",
    "SignalNamed",
    "FactDelivery",
    "ScoreSheet",
  ])("in %s", async (table) => {
    const column = tables.get(table)?.find(({ type }) => type === "String")?.name;
    expect(await refusal(`UPDATE "${table}" SET "${column}" = "${column}"`)).toMatch(/^no_update_of_/);
  });

  it("in a submitted report, but for its state and when it was decided", async () => {
    const fixed = (tables.get("Report") ?? [])
      .map(({ name }) => name)
      .filter((name) => !["state", "decidedAt", "decidedOn"].includes(name));
    const other: Record<string, string> = {
      revision: "9",
      submittedAt: `"submittedAt" || ''`,
      mode: "'off_site'",
      visitedOn: "'2026-01-01'",
      submittedOn: "'2026-01-01'",
      level: "'red'",
    };
    if (database.kind === "postgres") other.submittedAt = `"submittedAt" + interval '1 day'`;
    if (database.kind === "sqlite") other.submittedAt = "'2020-01-01T00:00:00.000+00:00'";

    for (const column of fixed) {
      expect(await refusal(`UPDATE "Report" SET "${column}" = ${other[column] ?? "'other'"}`), column).toBe(
        "report_is_immutable",
      );
    }
    expect(await refusal(`UPDATE "Report" SET "state" = 'in_review' WHERE "id" = 'report'`)).toBe("stored");
  });
});

describe("only words that the program knows", () => {
  it.each(Object.keys(WORDS).map((where) => where.split(".")))("in %s.%s", async (table = "", column = "") => {
    const guard = guards.find((one) => one.table === table && one.name.startsWith("values_of"))?.name;

    expect(await refusal(copyWith(table, { [column]: "'nonsense'" }))).toBe(guard);
    expect(await refusal(`UPDATE "${table}" SET "${column}" = 'nonsense'`)).toMatch(
      new RegExp(
        `^(${guard}|no_update_of_\\w+|report_is_immutable|delta_is_folded_once|tier_is_fixed|copy_stays_stored)$`,
      ),
    );
  });
});

describe("only dates that there are", () => {
  const dates = [...tables].flatMap(([table, columns]) =>
    columns
      .filter(
        ({ name, type }) =>
          type === "String" &&
          (/On$/.test(name) || ["asOf", "insuredTo", "pastDueSince", "effectiveFrom"].includes(name)),
      )
      .filter(() => table !== "DraftAnswer")
      .map(({ name }) => [table, name] as const),
  );

  it.each(dates)("in %s.%s", async (table, column) => {
    // What stands is counted under no date.
    const none = column === "fallsOn" ? [] : [""];
    for (const wrong of ["2026-02-30", "2026-2-3", "20260203", "2026-03-01T00:00", "soon", ...none]) {
      expect(await refusal(copyWith(table, { [column]: `'${wrong}'` })), wrong).not.toMatch(/stored|unique/);
    }
  });

  it("and three letters for a currency", async () => {
    for (const wrong of ["cny", "CN", "CNYX", "¥¥¥"]) {
      expect(await refusal(`UPDATE "Loan" SET "currency" = '${wrong}'`)).toBe("values_of_loan");
    }
    expect(await refusal(`UPDATE "Loan" SET "currency" = 'USD', "disbursedOn" = '2024-02-29'`)).toBe("stored");
  });
});

describe("four eyes", () => {
  const review = (changed: Record<string, string>) =>
    copyWith("Review", { reportId: "'report'", ...approving, ...changed });

  it.each([
    ["the submitter", { reviewerId: "'li'" }],
    ["the owner as of submission", { reviewerId: "'zhao'" }],
    ["the owner, though the review does not say so", { reviewerId: "'zhao'", ownerId: "NULL" }],
    ["a stand-in", { reviewerId: "'qian'" }],
    ["the submitter under another name", { reviewerId: "'li'", submitterId: "'wang'" }],
    ["anybody, where the review names another submitter", { submitterId: "'qian'", standInIds: "'[]'" }],
  ])("refuse %s", async (_who, changed) => {
    expect(await refusal(review(changed))).toBe("four_eyes");
  });

  it("refuse an approval that nobody reviewed, however it is written", async () => {
    expect(await refusal(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = 'report'`)).toBe(
      "approved_needs_review",
    );
    expect(await refusal(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = 'returned'`)).toBe(
      "approved_needs_review",
    );
    expect(await refusal(copyWith("Report", { revision: "7", state: "'approved'" }))).toBe("approved_needs_review");
  });

  it("let another person review, and then approve", async () => {
    const fresh = await freshDatabase();
    await oneOfEach(fresh.db);

    await fresh.raw.execute(review({}));
    await fresh.raw.execute(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = 'report'`);

    expect(await fresh.db.report.findUnique({ where: { id: "report" } })).toMatchObject({ state: "approved" });
  });
});

describe("absences", () => {
  it.each([
    ["of somebody who is away then", {}],
    ["of somebody whose stand-in is away then", { personId: "'wang'", standInId: `"personId"` }],
    ["of somebody who does another's work then", { personId: `"standInId"`, standInId: "'wang'" }],
  ])("do not cross: not the one %s", async (_what, changed) => {
    expect(await refusal(copyWith("Delegation", changed))).toBe("absences_do_not_cross");
  });

  it("on other days are taken", async () => {
    expect(await refusal(copyWith("Delegation", { fromOn: "'2031-01-01'", toOn: "'2031-01-02'" }))).toBe("stored");
  });
});

describe("a one-time link", () => {
  const change = (set: string) => refusal(`UPDATE "DocumentLink" SET ${set} WHERE "id" = 'link'`);

  it("stays what it was made for, forgets no wrong code, and is over once it was used", async () => {
    for (const column of ["tokenHash", "codeHash", "kind", "refs", "personId", "viewId"]) {
      expect(await change(`"${column}" = 'another'`), column).toBe("link_is_used_once");
    }
    expect(await change(`"wrongCodes" = 2`)).toBe("stored");
    expect(await change(`"wrongCodes" = 1`)).toBe("link_is_used_once");
    expect(await change(`"usedAt" = "madeAt"`)).toBe("stored");
    expect(await change(`"usedAt" = NULL`)).toBe("link_is_used_once");
    expect(await change(`"closedAt" = "madeAt"`)).toBe("link_is_used_once");
  });
});

describe("a batch of off-site checks", () => {
  const batched = (changed: Record<string, string>) =>
    copyWith("Report", {
      id: "'batched'",
      revision: "7",
      state: "'withdrawn'",
      mode: "'off_site'",
      batchId: "'batch'",
      ...changed,
    });

  it.each([
    ["of another person", { submittedById: "'wang'" }],
    ["into a batch that there is not", { batchId: "'none'" }],
    ["made on site", { mode: "'on_site'" }],
    ["with an answer out of range", { level: "'yellow'" }],
  ])("takes no report %s", async (_what, changed) => {
    expect(await refusal(batched(changed))).toBe("report_fits_its_batch");
  });

  it("is one at a time for each person", async () => {
    expect(await refusal(copyWith("OffSiteBatch", { number: "'B2'" }))).toBe("unique");
  });

  it("is submitted with its reports, once, and kept as it was", async () => {
    const fresh = await freshDatabase();
    await oneOfEach(fresh.db);
    const outcome = async (sql: string) => {
      try {
        await fresh.raw.execute(sql);
        return "stored";
      } catch (error) {
        return refusedByGuard(error) ?? String(error);
      }
    };
    const submits = `UPDATE "OffSiteBatch" SET "submittedAt" = "savedAt" WHERE "id" = 'batch'`;
    expect(await outcome(submits)).toBe("batch_is_submitted_once");
    expect(await outcome(`UPDATE "OffSiteBatch" SET "personId" = 'wang'`)).toBe("batch_is_submitted_once");
    await fresh.raw.execute(`UPDATE "Inspection" SET "kind" = 'special'`);
    expect(await outcome(batched({}))).toBe("report_fits_its_batch");
    await fresh.raw.execute(`UPDATE "Inspection" SET "kind" = 'routine'`);
    expect(await outcome(batched({}))).toBe("stored");
    expect(await outcome(submits)).toBe("stored");

    expect(await outcome(batched({ id: "'late'", revision: "8" }))).toBe("report_fits_its_batch");
    expect(await outcome(`UPDATE "OffSiteBatch" SET "submittedAt" = NULL`)).toBe("batch_is_submitted_once");
    expect(await outcome(`UPDATE "BatchAnswer" SET "raw" = '"d"'`)).toBe("batch_answers_stay");
    expect(await outcome(copyWith("BatchAnswer", { key: "'more'" }))).toBe("batch_answers_stay");
    expect(await outcome(`DELETE FROM "BatchAnswer"`)).toBe("batch_answers_not_taken_back");
    expect(await outcome(`UPDATE "Report" SET "batchId" = NULL WHERE "id" = 'batched'`)).toBe("report_is_immutable");
  });

  it("does not loosen four eyes: each of its reports is decided by somebody else", async () => {
    const fresh = await freshDatabase();
    await oneOfEach(fresh.db);
    await fresh.raw.execute(batched({}));
    const review = copyWith("Review", {
      id: "'r9'",
      reportId: "'batched'",
      ...approving,
      reviewerId: "'li'",
    });
    const outcome = await fresh.raw.execute(review).then(() => "stored", refusedByGuard);
    expect(outcome).toBe("four_eyes");
  });
});

describe("the borrower's confirmation", () => {
  const confirmation = (changed: Record<string, string>) =>
    copyWith("BorrowerConfirmation", { sha256: "'another'", ...changed });

  it.each([
    ["signed before the visit", { signedOn: "'2026-02-28'" }],
    ["by nobody", { signerId: "NULL" }],
    ["by somebody who may not sign", { signerId: "'li'" }],
    ["by the borrower in person, where it is a company", { signerId: "'borrower'" }],
    ["without the signed sheet", { sha256: "NULL" }],
  ])("is refused %s", async (_what, changed) => {
    expect(await refusal(confirmation(changed))).toBe("confirmation_fits_its_sheet");
  });

  it("uses a file once", async () => {
    expect(await refusal(copyWith("BorrowerConfirmation", {}))).toBe("unique");
    expect(await refusal(confirmation({ answer: "'refused'", signerId: "NULL", sha256: "NULL", id: "'no'" }))).toBe(
      "stored",
    );
  });

  it("stands before the approval of a report that needs it, for exactly the part that was shown", async () => {
    const fresh = await freshDatabase();
    await oneOfEach(fresh.db);
    const approves = async (partHash: string): Promise<string> => {
      const sql = copyWith("Report", { revision: "9", state: "'withdrawn'", partHash, id: "'new'" });
      await fresh.raw.execute(sql);
      await fresh.raw.execute(copyWith("Review", { id: "'r9'", reportId: "'new'", ...approving }));
      try {
        await fresh.raw.execute(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = 'new'`);
        return "stored";
      } catch (error) {
        return refusedByGuard(error) ?? String(error);
      }
    };

    expect(await approves("'changed'")).toBe("approved_needs_confirmation");
  });

  it.each([
    ["the part that was confirmed", "'part'"],
    ["a report that needs none", "NULL"],
  ])("lets %s be approved", async (_what, partHash) => {
    const fresh = await freshDatabase();
    await oneOfEach(fresh.db);
    await fresh.raw.execute(copyWith("Report", { revision: "9", state: "'withdrawn'", partHash, id: "'new'" }));
    await fresh.raw.execute(copyWith("Review", { id: "'r9'", reportId: "'new'", ...approving }));

    await fresh.raw.execute(`UPDATE "Report" SET "state" = 'approved' WHERE "id" = 'new'`);

    expect(await fresh.db.report.findUnique({ where: { id: "new" } })).toMatchObject({ state: "approved" });
  });
});

describe("the chain of the audit", () => {
  it.each([
    ["an event out of its place", copyWith("AuditEvent", { seq: "7", prevHash: "'h1'" }), "audit_event_follows_head"],
    ["an event beside the head", copyWith("AuditEvent", { seq: "2", prevHash: "'fork'" }), "audit_event_follows_head"],
    ["a second head", `INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (2, 0, '')`, "audit_head_is_one_row"],
    ["a head moved back", `UPDATE "AuditHead" SET "seq" = 0, "hash" = ''`, "audit_head_moves_on"],
    ["a head moved past the last event", `UPDATE "AuditHead" SET "seq" = 2, "hash" = 'h2'`, "audit_head_moves_on"],
    ["a head with another hash", `UPDATE "AuditHead" SET "hash" = 'h2'`, "audit_head_moves_on"],
  ])("refuses %s", async (_what, sql, guard) => {
    expect(await refusal(sql)).toBe(guard);
  });
});

describe("an inspection", () => {
  it("that has ended says when", async () => {
    expect(await refusal(`UPDATE "Inspection" SET "state" = 'cancelled'`)).toBe("ends_are_dated");
    expect(await refusal(copyWith("Inspection", { number: "'I2'", state: "'approved'" }))).toBe("ends_are_dated");
  });

  it("keeps the loans it was started with", async () => {
    await database.raw.execute(copyWith("Inspection", { id: "'later'", number: "'I3'", state: "'submitted'" }));

    expect(await refusal(`INSERT INTO "InspectionLoan" VALUES ('later', 'loan')`)).toBe("loans_fixed_at_start");
    expect(await refusal(`UPDATE "InspectionLoan" SET "loanId" = 'loan'`)).toBe("loans_not_exchanged");
  });
});

describe("at most one", () => {
  it.each([
    ["routine inspection to come per borrower", copyWith("Inspection", { number: "'I4'", state: "'planned'" })],
    ["open draft per inspection", copyWith("Draft", {})],
    ["report waiting for review per inspection", copyWith("Report", { revision: "8", state: "'submitted'" })],
    ["owner per borrower", copyWith("Ownership", { personId: "'wang'" })],
    ["live grant of a role", copyWith("RoleGrant", {})],
    ["person per Slack account", copyWith("SlackAccount", { personId: "'wang'" })],
  ])("%s", async (_what, sql) => {
    expect(await refusal(sql)).toBe("unique");
  });
});
