/** Lives of a small branch, by chance: people start, withdraw, decide, put off, hand on; the book and the tree of units change. */
import { addDays, isoDate } from "../../../src/domain/dates.ts";
import type { ReportState } from "../../../src/domain/inspection.ts";
import { yearlyInterest } from "../../../src/domain/loan-rate.ts";
import {
  customerKeys,
  datedSignalKeys,
  inspectionKeys,
  keyText,
  loanKeys,
  measureKeys,
  overrideKeys,
  ratedLoanKeys,
  reportKeys,
  signalKeys,
  type TotalKey,
  tierKeys,
  toldTierKeys,
  zoneMoveKeys,
} from "../../../src/domain/totals/index.ts";
import {
  type CaseState,
  type InspectionState,
  type LoanState,
  type OverrideState,
  RISK_TIERS,
  type RiskTier,
  SIGNAL_LEVELS,
  type SignalLevel,
  type SignalState,
  type TierProposalState,
} from "../../../src/domain/vocabulary.ts";
import { grantExtension } from "../../../src/features/deadlines/extend.ts";
import { type Chance, seededChance } from "../../../src/features/demonstration/random.ts";
import { correctReport } from "../../../src/features/inspections/correct.ts";
import { startCheck } from "../../../src/features/inspections/index.ts";
import { withdrawReport } from "../../../src/features/inspections/withdraw.ts";
import { giveMeasure } from "../../../src/features/measures/offer.ts";
import { openSpecial, planBorrowers, settleZone } from "../../../src/features/planning/index.ts";
import { approveReport, askReinspection, openReview, returnReport } from "../../../src/features/reviews/index.ts";
import { foldTotals } from "../../../src/features/totals/index.ts";
import { localDate } from "../../../src/platform/clock.ts";
import { inTransaction, systemContext } from "../../../src/platform/context.ts";
import { newId } from "../../../src/platform/ids.ts";
import { aBorrower, aLoan, aUnit } from "../../builders/index.ts";
import { aRevision, aSubmittedReport, aWorld, type ReportMade, type World } from "../reviews/review-world.ts";

const TIME_ZONE = "Asia/Shanghai";
const PRODUCTS = ["working_capital", "fixed_asset", "mortgage"] as const;

export interface History {
  readonly world: World;
  /** What was done, in order, for the reader of a failure. */
  readonly done: string[];
}

/** Starts a world of its own and lives `steps` steps in it. */
export async function liveHistory(seed: number, steps: number): Promise<History> {
  const world = await aWorld();
  const chance = seededChance(seed);
  const history = { world, done: [] as string[] };
  const borrowers: string[] = [];
  const made: ReportMade[] = [];
  const acts = actsOf(world, chance, borrowers, made);
  const names = Object.keys(acts) as [string, ...string[]];
  for (let step = 0; step < steps; step += 1) {
    const name = step < 4 ? (step % 2 === 0 ? "takes_on" : "submits") : chance.pick(names);
    history.done.push(name);
    await acts[name]?.();
  }
  return history;
}

function actsOf(
  world: World,
  chance: Chance,
  borrowers: string[],
  made: ReportMade[],
): Record<string, () => Promise<unknown>> {
  const { db } = world;
  const system = () => systemContext(world.parts);
  const today = () => localDate(world.parts.clocks.now(), TIME_ZONE);
  const pickOf = <T>(some: readonly T[]): T | undefined => some[chance.between(0, Math.max(0, some.length - 1))];
  const anInspection = async (state: string) =>
    pickOf(await db.inspection.findMany({ where: { state }, orderBy: { id: "asc" } }));
  const aReport = async () =>
    pickOf(await db.report.findMany({ where: { state: { in: ["submitted", "in_review"] } }, orderBy: { id: "asc" } }));
  const reviewer = () => world.as(chance.happens(50) ? world.reviewer : world.colleague);
  const aBorrowerId = () => pickOf(borrowers) ?? "";

  return {
    takes_on: async () => {
      const unitId = chance.happens(80) ? world.branch.id : world.headOffice.id;
      const borrower = await aBorrower(db, { unitId, ownerId: world.officer.id, lastInspectedOn: "2025-12-20" });
      await aLoan(db, { borrowerId: borrower.id, product: chance.pick(PRODUCTS) });
      borrowers.push(borrower.id);
      await planBorrowers(system(), [borrower.id], "import");
    },
    submits: async () => void made.push(await aSubmittedReport(world, { ownerId: world.officer.id })),
    submits_again: async () => {
      const returned = await anInspection("returned");
      const before = made.find(({ inspectionId }) => inspectionId === returned?.id);
      if (before !== undefined) {
        const revision = (await db.report.count({ where: { inspectionId: before.inspectionId } })) + 1;
        await aRevision(world, before, revision);
      }
    },
    opens_review: async () => openReview(await reviewer(), (await aReport())?.id ?? ""),
    approves: async () => approveReport(await reviewer(), (await aReport())?.id ?? ""),
    returns: async () =>
      returnReport(await reviewer(), {
        reportId: (await aReport())?.id ?? "",
        reasons: ["not_visited"],
        note: "",
        judged: { record: "not_in_order", conclusion: "in_order" },
        remarks: {},
      }),
    wants_a_new_visit: async () =>
      askReinspection(await reviewer(), { reportId: (await aReport())?.id ?? "", note: "Nobody knows them." }),
    withdraws: async () => withdrawReport(await world.as(world.officer), (await anInspection("submitted"))?.id ?? ""),
    corrects: async () => correctReport(await world.as(world.officer), (await anInspection("approved"))?.id ?? ""),
    starts: async () => startCheck(await world.as(world.officer), (await anInspection("planned"))?.id ?? ""),
    puts_off: async () => {
      const item = await anInspection("planned");
      const toDueOn = addDays(isoDate(item?.dueOn ?? "2026-03-01"), chance.between(1, 9));
      return grantExtension(await world.as(world.manager), {
        inspectionId: item?.id ?? "",
        toDueOn,
        reason: "Harvest.",
      });
    },
    is_alarmed: () =>
      inTransaction(system(), (tx) => openSpecial(tx, { borrowerId: aBorrowerId(), trigger: "red_signal" })),
    changes_hands: async () => {
      const borrowerId = aBorrowerId();
      const at = world.parts.clocks.now().toJSDate();
      await db.ownership.updateMany({ where: { borrowerId, toAt: null }, data: { toAt: at } });
      const personId = chance.happens(50) ? world.officer.id : world.colleague.id;
      await db.ownership.create({ data: { borrowerId, personId, fromAt: at } });
      await planBorrowers(system(), [borrowerId], "owner");
    },
    is_imported_again: async () => {
      const borrowerId = aBorrowerId();
      const told = chance.pick(["normal", "special_mention", "substandard"] as const);
      const drawn = chance.between(0, 5_000_000);
      // No draw of its own: the histories stay what they are. Of one in three the rate is not told.
      const yearlyRatePpm = drawn % 3 === 0 ? null : drawn % 180_000;
      const balance = { drawnMinor: BigInt(drawn), currency: chance.pick(["CNY", "USD"]), yearlyRatePpm };
      const data = chance.happens(30)
        ? { state: chance.pick(["settled", "written_off"]) }
        : { tier: told, product: chance.pick(PRODUCTS), ...balance };
      const loan = await db.loan.findFirst({ where: { borrowerId }, include: { borrower: true } });
      await db.loan.updateMany({ where: { borrowerId }, data });
      if (loan !== null && "tier" in data && loan.tier !== told) {
        await db.factChange.create({
          data: {
            ...{ subjectKind: "loan", subjectId: loan.id, field: "tier", before: loan.tier, after: told },
            ...{ asOf: today(), recordedAt: world.parts.clocks.now().toJSDate(), source: "file" },
            ...{ unitId: loan.borrower.unitId, product: loan.product, movedOn: today() },
          },
        });
      }
      await planBorrowers(system(), [borrowerId], "import");
    },
    undertakes: async () => {
      const report = await db.report.findFirst({ where: { state: "approved" }, include: { inspection: true } });
      if (report === null) return;
      const { inspection } = report;
      await db.case.create({
        data: {
          ...{ id: newId(), kind: "measure", borrowerId: inspection.borrowerId, unitId: inspection.unitId },
          ...{ inspectionId: inspection.id, reportId: report.id, place: (await db.case.count()) + 1 },
          ...{
            cause: "c",
            goal: "g",
            proof: "p",
            ownerId: world.officer.id,
            state: "open",
            openedById: world.officer.id,
          },
          dueOn: addDays(today(), chance.between(-5, 30)),
          openedAt: world.parts.clocks.now().toJSDate(),
        },
      });
    },
    gives_measure: async () => {
      const measure = pickOf(await db.case.findMany({ where: { state: "open" }, orderBy: { id: "asc" } }));
      return giveMeasure(await world.as(world.manager), {
        measureId: measure?.id ?? "",
        toId: world.colleague.id,
        note: "",
      });
    },
    drops_measure: async () => {
      const measure = pickOf(await db.case.findMany({ where: { state: "open" }, orderBy: { id: "asc" } }));
      await db.case.updateMany({ where: { id: measure?.id ?? "" }, data: { state: "dropped" } });
    },
    asks_to_let_pass: async () => {
      const inspection = await anInspection("started");
      if (inspection === undefined) return;
      await db.gateOverride.create({
        data: {
          ...{ inspectionId: inspection.id, rule: "used_before", answerKey: newId(), refusedHash: "x", refusal: "{}" },
          ...{ reason: "r", askedById: world.officer.id, askedOn: today(), state: "asked" },
          askedAt: world.parts.clocks.now().toJSDate(),
        },
      });
    },
    lets_pass: () =>
      db.gateOverride.updateMany({
        where: { state: "asked" },
        data: { state: "granted", decidedById: world.manager.id, decidedAt: world.parts.clocks.now().toJSDate() },
      }),
    is_signalled: async () => {
      const borrowerId = aBorrowerId();
      const borrower = await db.borrower.findUnique({ where: { id: borrowerId } });
      if (borrower === null) return;
      const at = world.parts.clocks.now().toJSDate();
      await db.signal.create({
        data: {
          ...{ number: newId(), code: newId(), borrowerId, unitId: borrower.unitId, policyVersionId: "policy-1" },
          ...{ subjectKind: "borrower", subjectId: borrowerId, path: "full", state: "raised" },
          ...{ level: chance.pick(SIGNAL_LEVELS), isRestricted: chance.happens(25), raisedAt: at, levelSince: at },
          ...{ raisedOn: today(), detectDays: chance.happens(70) ? chance.between(0, 9) : null },
        },
      });
      await settleZone(system(), borrowerId);
    },
    signal_moves: async () => {
      const signal = pickOf(await db.signal.findMany({ where: { endedAt: null }, orderBy: { id: "asc" } }));
      const at = world.parts.clocks.now().toJSDate();
      const moved = chance.pick<Parameters<typeof db.signal.updateMany>[0]["data"]>([
        { level: chance.pick(SIGNAL_LEVELS), levelSince: at },
        { state: "acknowledged", acknowledgedById: world.officer.id, acknowledgedAt: at, ownerId: world.officer.id },
        { state: "false_alarm", endedById: world.manager.id, endedAt: at, endedOn: today(), endDays: 3 },
      ]);
      await db.signal.updateMany({ where: { id: signal?.id ?? "" }, data: moved });
      if (signal !== undefined) await settleZone(system(), signal.borrowerId);
    },
    tier_moves: async () => {
      const loan = pickOf(await db.loan.findMany({ orderBy: { id: "asc" }, include: { borrower: true } }));
      if (loan === undefined) return;
      const at = world.parts.clocks.now().toJSDate();
      const { id } = await db.tierProposal.create({
        data: {
          ...{ loanId: loan.id, unitId: loan.borrower.unitId, fromTier: loan.tier, tier: chance.pick(RISK_TIERS) },
          ...{ floor: "normal", because: "[]", state: "recognised", hands: 3, policyVersionId: "policy-1" },
          ...{ proposedById: world.officer.id, proposedAt: at, reason: "r", effectiveOn: today() },
          ...{ recognisedById: world.reviewer.id, recognisedAt: at },
        },
      });
      const approved = { approvedById: world.manager.id, approvedAt: at, approvedOn: today(), product: loan.product };
      const ended = { endedById: world.manager.id, endedAt: at, endedWhy: "r" };
      const isApproved = chance.happens(70);
      const data = isApproved ? { state: "approved", ...approved } : { state: "declined", ...ended };
      await db.tierProposal.update({ where: { id }, data });
      if (isApproved) {
        const moved = await db.tierProposal.findUniqueOrThrow({ where: { id } });
        await db.loan.update({ where: { id: loan.id }, data: { tier: moved.tier } });
        await planBorrowers(system(), [loan.borrowerId], "tier_approved");
      }
    },
    days_pass: async () => world.parts.clocks.moveTo(world.parts.clocks.now().plus({ days: chance.between(1, 12) })),
    customer_moves: async () => {
      const unitId = chance.happens(50) ? world.branch.id : world.headOffice.id;
      await db.borrower.updateMany({ where: { id: aBorrowerId() }, data: { unitId } });
    },
    unit_moves: async () => {
      const between = await aUnit(db, { parentId: world.headOffice.id });
      await db.orgUnit.update({ where: { id: world.branch.id }, data: { parentId: between.id } });
    },
    folds: () => foldTotals(system(), chance.between(1, 50)),
  };
}

/** How many, and minor units. */
export type Amounts = readonly [count: number, minor: bigint];

/** Every total by the rule on paper, from the rows as they stand. */
export async function totalsOnPaper({ db }: World): Promise<Map<string, Amounts>> {
  const inspections = await db.inspection.findMany();
  const byId = new Map(inspections.map((row) => [row.id, row]));
  const dateOf = (on: string | null, at: Date | null) => on ?? at?.toISOString().slice(0, 10) ?? null;
  const placeOf = (inspectionId: string) => {
    const row = byId.get(inspectionId);
    return { unitId: row?.unitId ?? "", product: row?.product ?? null };
  };
  const keys: TotalKey[] = [
    ...inspections.flatMap((row) =>
      inspectionKeys({
        ...row,
        personId: row.assigneeId,
        state: row.state as InspectionState,
        submittedOn: dateOf(row.submittedOn, row.submittedAt),
      }),
    ),
    ...(await db.report.findMany()).flatMap((row) =>
      reportKeys({
        ...placeOf(row.inspectionId),
        personId: row.submittedById,
        state: row.state as ReportState,
        submittedOn: dateOf(row.submittedOn, row.submittedAt) ?? "",
        decidedOn: dateOf(row.decidedOn, row.decidedAt),
      }),
    ),
    ...(await db.case.findMany()).flatMap((row) =>
      measureKeys({
        ...placeOf(row.inspectionId ?? ""),
        unitId: row.unitId,
        personId: row.ownerId,
        state: row.state as CaseState,
        dueOn: row.dueOn,
      }),
    ),
    ...(await db.gateOverride.findMany()).flatMap((row) =>
      overrideKeys({
        ...placeOf(row.inspectionId),
        personId: row.askedById,
        state: row.state as OverrideState,
        askedOn: dateOf(row.askedOn, row.askedAt) ?? "",
      }),
    ),
    ...(await db.signal.findMany()).flatMap((row) =>
      signalKeys({
        ...row,
        personId: row.ownerId,
        level: row.level as SignalLevel,
        state: row.state as SignalState,
        since: row.levelSince.toISOString().slice(0, 10),
      }),
    ),
    ...(await db.tierProposal.findMany()).flatMap((row) =>
      tierKeys({
        ...row,
        fromTier: row.fromTier as RiskTier,
        tier: row.tier as RiskTier,
        state: row.state as TierProposalState,
      }),
    ),
  ];
  const borrowers = await db.borrower.findMany();
  const customers = new Map(borrowers.map((row) => [row.id, row]));
  const held = (await db.loan.findMany()).flatMap((row) => {
    const { unitId = "", zone = null } = customers.get(row.borrowerId) ?? {};
    const { product, currency, drawnMinor } = row;
    const place = { unitId, zone, product, currency, state: row.state as LoanState, tier: row.tier as RiskTier };
    const { rated, interest } = ratedLoanKeys({ ...place, yearlyRatePpm: row.yearlyRatePpm });
    const bears = yearlyInterest(drawnMinor, row.yearlyRatePpm ?? 0);
    return [
      ...[...loanKeys(place), ...rated].map((key) => ({ key: keyText(key), amounts: [1, drawnMinor] as const })),
      ...interest.map((key) => ({ key: keyText(key), amounts: [1, bears] as const })),
    ];
  });
  const moved = (await db.zoneMove.findMany()).flatMap((row) =>
    zoneMoveKeys(row).map((key) => ({ key: keyText(key), amounts: [1, row.drawnMinor] as const })),
  );
  keys.push(...borrowers.flatMap(customerKeys), ...(await db.factChange.findMany()).flatMap(toldTierKeys));
  keys.push(
    ...(await db.signal.findMany()).flatMap((row) =>
      datedSignalKeys({ ...row, personId: row.ownerId, state: row.state as SignalState }),
    ),
  );
  return counted([...keys.map((key) => ({ key: keyText(key), amounts: [1, 0n] as const })), ...held, ...moved]);
}

/** The folded totals, by the same text. */
export async function totalsFolded({ db }: World): Promise<Map<string, Amounts>> {
  const rows = await db.total.findMany();
  return counted(
    rows.map((row) => ({ key: keyText(row as TotalKey), amounts: [row.amount, row.moneyMinor] as const })),
  );
}

function counted(rows: readonly { readonly key: string; readonly amounts: Amounts }[]): Map<string, Amounts> {
  const sums = new Map<string, Amounts>();
  for (const { key, amounts } of rows) {
    const [count, minor] = sums.get(key) ?? [0, 0n];
    sums.set(key, [count + amounts[0], minor + amounts[1]]);
  }
  return new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
