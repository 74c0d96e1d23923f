/** The tiny book of a run: a branch whose officers have something late, something due today and something due soon. */

import { isRefusal } from "../../src/domain/refusal.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { makeSheet, takeAnswer } from "../../src/features/confirmation/index.ts";
import { plausibleAnswers } from "../../src/features/demonstration/plausible.ts";
import { seededChance } from "../../src/features/demonstration/random.ts";
import { loadSheet, saveAnswers, startCheck } from "../../src/features/inspections/index.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import type { Parts } from "../../src/platform/context.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import { team } from "../../src/workspace/options.ts";
import type { PersonSeed } from "../../src/workspace/workspace.ts";
import {
  aBorrower,
  aLoan,
  anAdministrator,
  anOfficer,
  aReviewer,
  aSlackAccount,
  aUnit,
  aUnitManager,
} from "../../test/builders/index.ts";
import { anInspection } from "../../test/builders/inspections.ts";

/** A Monday; the day after is a working day too. */
export const FIRST_DAY = "2026-03-02";
export const SECOND_DAY = "2026-03-03";
export const TIME_ZONE = "Asia/Shanghai";

/** Three working days late on the first day (28 February is one): it climbs to the manager. */
export const CLIMBS_DUE_ON = "2026-02-26";
/** Due dates of each officer's items. The first one has a draft that only waits to be submitted. */
const DUE_ON = [CLIMBS_DUE_ON, FIRST_DAY, "2026-03-06"] as const;
const VISITED_ON = "2026-02-27" as IsoDate;

export const REVIEWER = "U0REVIEWER";
export const ADMINISTRATOR = "U0ADMINIST";
export const MANAGER = "U00MANAGER";
export const officerId = (place: number): string => `U0OFFICER${place}`;

interface Colleague {
  readonly userId: string;
  readonly name: string;
  readonly title: string;
}

const STAFF: readonly (Colleague & { readonly hire: typeof aReviewer })[] = [
  { userId: REVIEWER, name: "Wang Ping", title: "Post-loan officer", hire: aReviewer },
  { userId: MANAGER, name: "Zhao Lei", title: "Unit manager", hire: aUnitManager },
  { userId: ADMINISTRATOR, name: "Sun Qi", title: "Administrator", hire: anAdministrator },
];

const officer = (place: number): Colleague => ({
  userId: officerId(place),
  name: `Officer ${place}`,
  title: "Account manager",
});

const emailOf = ({ userId }: Colleague) => `${userId.toLowerCase()}@bank.example`;

/** Who is in Slack. */
export function peopleOf(officers: number): PersonSeed[] {
  return [...STAFF, ...Array.from({ length: officers }, (_none, place) => officer(place))].map((one) => ({
    id: one.userId,
    name: one.userId.toLowerCase(),
    realName: one.name,
    title: one.title,
    email: emailOf(one),
    locale: "en-US",
    timeZone: TIME_ZONE,
  }));
}

/** No two of these names are part of one another: that is how a message is read. */
export const borrowerName = (place: number, item: number): string =>
  `Harbour Foods ${String(place).padStart(2, "0")}-${item}`;

/** Fills an empty record. Every officer's first inspection has a finished draft, made by the product's own steps. */
export async function fillBook(parts: Parts, officers: number): Promise<void> {
  const { db } = parts.database;
  const unit = await aUnit(db, { name: "Harbour Branch" });
  for (const one of STAFF) {
    const person = await one.hire(db, { name: one.name, email: emailOf(one), unitId: unit.id });
    await tie(db, one, person.id);
  }
  for (let place = 0; place < officers; place += 1) {
    const one = officer(place);
    const person = await anOfficer(db, { name: one.name, email: emailOf(one), unitId: unit.id });
    await tie(db, one, person.id);
    await fillDesk(parts, { unitId: unit.id, personId: person.id, place });
  }
}

async function tie(db: Tx, { userId }: Colleague, personId: string): Promise<void> {
  await aSlackAccount(db, personId, { teamId: team.id, userId, channelId: null, timeZone: TIME_ZONE });
}

async function fillDesk(parts: Parts, of: { unitId: string; personId: string; place: number }): Promise<void> {
  const { db } = parts.database;
  for (const [item, dueOn] of DUE_ON.entries()) {
    const borrower = await aBorrower(db, {
      name: borrowerName(of.place, item),
      unitId: of.unitId,
      ownerId: of.personId,
      customerType: "corporate",
      lastInspectedOn: "2025-12-01",
      takeOnOn: "2026-01-01",
    });
    await aLoan(db, { borrowerId: borrower.id, disbursedOn: "2025-06-01", maturesOn: "2026-12-01" });
    const inspection = await anInspection(db, {
      borrowerId: borrower.id,
      assigneeId: of.personId,
      dueOn,
      policyVersionId: parts.policies.inForce().versionId,
    });
    await (item === 0 ? finishDraft(parts, of, inspection.id) : undefined);
  }
}

async function finishDraft(parts: Parts, of: { personId: string; place: number }, inspectionId: string): Promise<void> {
  const ctx = await contextOfPerson(parts, of.personId);
  const started = ctx === undefined ? undefined : await startCheck(ctx, inspectionId);
  if (ctx === undefined || started === undefined || !("draftId" in started)) {
    throw new Error("a draft of the book could not be begun");
  }
  const { draftId } = started;
  const sheet = await loadSheet(ctx, draftId);
  if (sheet === undefined) {
    throw new Error("a draft of the book is not there");
  }
  const answers = plausibleAnswers(sheet.form, VISITED_ON, seededChance(of.place + 1));
  const head = { "borrower/visit_mode": sheet.mode };
  await saveAnswers(ctx, { draftId, answers: { ...answers, ...head }, step: sheet.form.steps.length });
  const paper = await makeSheet(ctx, inspectionId);
  const answer = {
    answer: "refused",
    signedOn: VISITED_ON,
    signerId: undefined,
    note: "The owner was abroad.",
  } as const;
  const taken = isRefusal(paper)
    ? paper
    : await takeAnswer(ctx, { inspectionId, number: paper.number, ...answer }, undefined);
  if (isRefusal(taken)) {
    throw new Error(`a draft of the book has no confirmation: ${taken.refused}`);
  }
}
