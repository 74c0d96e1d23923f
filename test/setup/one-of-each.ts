import type { Db } from "../../src/platform/storage/index.ts";

const at = new Date("2026-03-02T01:00:00.000Z");

/** One valid row in every table that guards protect: Li reports, Wang reviews, Zhao keeps the account. */
export async function oneOfEach(db: Db): Promise<void> {
  await people(db);
  await facts(db);
  await theCheck(db);
  await paperwork(db);
  await duties(db);
}

/** Somebody is given more time, could not visit, keeps quiet for a while and hands work over. */
async function duties(db: Db): Promise<void> {
  const inspection = { inspectionId: "inspection" };
  await db.snooze.create({
    data: { id: "quiet", ...inspection, personId: "li", untilOn: "2026-03-04", reason: "r", enteredAt: at },
  });
  await db.extension.create({
    data: {
      id: "later",
      ...inspection,
      fromDueOn: "2026-03-31",
      toDueOn: "2026-04-07",
      reason: "r",
      askedById: "li",
      askedAt: at,
      state: "asked",
    },
  });
  await db.visitAttempt.create({
    data: {
      id: "tried",
      ...inspection,
      personId: "li",
      attemptedOn: "2026-03-02",
      reason: "nobody_there",
      note: "n",
      nextAttemptOn: "2026-03-04",
      recordedAt: at,
    },
  });
  await db.case.create({
    data: {
      id: "measure",
      kind: "measure",
      borrowerId: "borrower",
      unitId: "unit",
      ...inspection,
      reportId: "report",
      place: 1,
      cause: "c",
      goal: "g",
      proof: "p",
      ownerId: "li",
      dueOn: "2026-04-20",
      state: "open",
      openedById: "li",
      openedAt: at,
    },
  });
  await db.signal.create({
    data: {
      id: "signal",
      number: "S-2026-00001",
      code: "BHV-01",
      borrowerId: "borrower",
      unitId: "unit",
      subjectKind: "loan",
      subjectId: "loan",
      level: "yellow",
      path: "full",
      state: "observing",
      policyVersionId: "version",
      raisedById: "wang",
      raisedAt: at,
      levelSince: at,
      ownerId: "li",
      planById: "li",
      askedFor: "release",
      askedById: "li",
      askedAt: at,
      askRound: 1,
    },
  });
  await db.signalEvent.create({
    data: {
      id: "signal-event",
      signalId: "signal",
      at,
      personId: "wang",
      act: "raised",
      fromState: "raised",
      toState: "raised",
      level: "yellow",
      words: "w",
      asRole: "unit_manager",
      policyVersionId: "version",
    },
  });
  await db.escalation.create({
    data: {
      id: "rung",
      signalId: "signal",
      level: "orange",
      levelSince: at,
      awaits: "acknowledge",
      rung: 0,
      repeat: 0,
      role: "unit_manager",
      personId: "wang",
      dueAt: at,
      toldAt: at,
      policyVersionId: "policy-1",
    },
  });
  await db.signalNamed.create({ data: { signalId: "signal", personId: "li" } });
  await db.lookAsked.create({ data: { borrowerId: "borrower", askedAt: at } });
  await db.signal.create({
    data: {
      ...{ id: "ended", number: "S-2026-00002", code: "FIN-02", borrowerId: "borrower", unitId: "unit" },
      ...{ subjectKind: "borrower", subjectId: "borrower", level: "yellow", path: "full", state: "observing" },
      ...{ policyVersionId: "version", raisedAt: at, levelSince: at },
    },
  });
  await db.signalEvent.create({
    data: {
      ...{ signalId: "ended", at, personId: "wang", act: "agree_release", fromState: "observing", toState: "closed" },
      ...{ level: "yellow", words: "w", policyVersionId: "version" },
    },
  });
  await db.signal.update({
    where: { id: "ended" },
    data: { state: "closed", endedById: "wang", endedAt: at, endedOn: "2026-03-02" },
  });
  await db.caseCost.create({
    data: {
      ...{ id: "cost", signalId: "ended", revision: 1, currency: "CNY", costMinor: 1n, lossMinor: null },
      ...{ endedOn: "2026-03-02", foundBy: "own_check", raisedDpd: 0, raisedDrawnMinor: 1n },
      ...{ recordedById: "li", recordedAt: at, policyVersionId: "version" },
    },
  });
  await db.signalQuestion.create({
    data: { id: "question", signalId: "signal", askedById: "li", ofPersonId: "wang", question: "q", askedAt: at },
  });
  const untilAt = new Date(at.getTime() + 3_600_000);
  await db.signalSnooze.create({
    data: {
      id: "snooze-of-signal",
      signalId: "signal",
      personId: "li",
      fromAt: at,
      untilAt,
      reason: "r",
      policyVersionId: "version",
    },
  });
  const total = {
    unitId: "unit",
    product: "mortgage",
    kind: "inspection_due",
    state: "planned",
    fallsOn: "2026-04-20",
  };
  await db.total.create({ data: { ...total, personId: "li", amount: 1 } });
  await db.unitTotal.create({ data: { ...total, amount: 1 } });
  await db.unitLoad.create({
    data: { asOf: "2026-04-20", unitId: total.unitId, product: "", late: 1, dueSoon: 0, done: 0 },
  });
  await db.digestLook.create({ data: { personId: "li", look: "picture", saidAt: at } });
  await db.ledgerExport.create({
    data: {
      id: "export",
      personId: "li",
      filters: "{}",
      format: "csv",
      state: "done",
      askedAt: at,
      policyVersionId: "version",
    },
  });
  await db.scoreSheet.create({
    data: {
      id: "score",
      role: "account_manager",
      subjectId: "li",
      unitId: "unit",
      period: "2026-03",
      revision: 1,
      weightMinor: 0n,
      sheet: "{}",
      hash: "h",
      policyVersionId: "version",
      keptAt: at,
    },
  });
  await db.digestWish.create({ data: { personId: "li", rhythm: "never", saidAt: at } });
  await db.gateOverride.create({
    data: {
      id: "override",
      ...inspection,
      rule: "used_before",
      answerKey: "borrower/photos",
      refusedHash: "x",
      refusal: "{}",
      reason: "r",
      askedById: "li",
      askedAt: at,
      state: "asked",
    },
  });
  const { id: loanId } = await db.loan.findFirstOrThrow();
  await db.tierProposal.create({
    data: {
      id: "tier",
      loanId,
      unitId: "unit",
      fromTier: "normal",
      tier: "substandard",
      floor: "special_mention",
      because: "[]",
      state: "proposed",
      hands: 3,
      effectiveOn: "2026-03-02",
      reason: "r",
      proposedById: "li",
      proposedAt: at,
      policyVersionId: "policy",
    },
  });
  await db.sampleDraw.create({
    data: {
      id: "draw",
      unitId: "unit",
      period: "2026-02",
      seed: "s",
      population: "[]",
      policyVersionId: "policy",
      drawnById: "wang",
      drawnAt: at,
      items: { create: { inspectionId: "checked", why: "lot", recheckId: "again" } },
    },
  });
  await db.deliveryPause.create({ data: { bucket: "all", until: at, kind: "stopped", why: "w", since: at } });
  await db.deliveryPace.create({ data: { bucket: "all", nextAt: at } });
  await db.handover.create({
    data: {
      id: "offered",
      borrowerId: "borrower",
      ...inspection,
      fromPersonId: "zhao",
      toPersonId: "li",
      reason: "r",
      askedById: "zhao",
      askedAt: at,
      answerBy: at,
      state: "asked",
    },
  });
}

async function people(db: Db): Promise<void> {
  await db.orgUnit.create({
    data: {
      id: "unit",
      code: "01",
      name: "Branch",
      kind: "branch",
      line: "business",
      timeZone: "Asia/Shanghai",
      calendarId: "cn",
      language: "en",
    },
  });
  for (const id of ["li", "wang", "zhao", "qian"]) {
    await db.person.create({ data: { id, name: id, email: `${id}@bank.example`, unitId: "unit", createdAt: at } });
  }
  await db.slackAccount.create({
    data: {
      id: "slack",
      teamId: "T1",
      userId: "U1",
      personId: "li",
      locale: "en-US",
      timeZone: "Asia/Shanghai",
      matchedAt: at,
    },
  });
  await db.roleGrant.create({
    data: { id: "grant", personId: "li", role: "account_manager", unitId: "unit", fromAt: at },
  });
  await db.delegation.create({
    data: {
      id: "away",
      personId: "li",
      standInId: "qian",
      fromOn: "2026-03-01",
      toOn: "2026-03-09",
      reason: "leave",
      enteredBy: "li",
      enteredAt: at,
    },
  });
}

async function facts(db: Db): Promise<void> {
  await db.borrower.create({
    data: {
      id: "borrower",
      number: "B1",
      name: "Borrower",
      customerType: "mse",
      unitId: "unit",
      takeOnOn: "2026-01-01",
      createdAt: at,
    },
  });
  await db.ownership.create({ data: { id: "keeps", borrowerId: "borrower", personId: "zhao", fromAt: at } });
  await db.authorisedSigner.create({
    data: { id: "signer", borrowerId: "borrower", name: "S", title: "T", fromAt: at },
  });
  await db.loan.create({
    data: {
      id: "loan",
      number: "L1",
      borrowerId: "borrower",
      product: "working_capital",
      state: "live",
      currency: "CNY",
      principalMinor: 100n,
      drawnMinor: 100n,
      disbursedOn: "2026-01-05",
      tier: "normal",
      asOf: "2026-03-01",
      recordedAt: at,
      factsHash: "x",
    },
  });
  await db.collateral.create({
    data: {
      id: "house",
      loanId: "loan",
      number: "1",
      kind: "house",
      description: "d",
      currency: "CNY",
      valueMinor: 5n,
      asOf: "2026-03-01",
      recordedAt: at,
    },
  });
  await db.instalment.create({
    data: {
      id: "instalment",
      loanId: "loan",
      dueOn: "2026-04-20",
      principalMinor: 10n,
      interestMinor: 1n,
      currency: "CNY",
      state: "planned",
      asOf: "2026-03-01",
      source: "core",
      recordedAt: at,
    },
  });
  await db.guarantor.create({
    data: { id: "guarantor", loanId: "loan", name: "G", asOf: "2026-03-01", recordedAt: at },
  });
  await db.dutyTurn.create({
    data: {
      id: "turn",
      unitId: "unit",
      role: "unit_manager",
      personId: "wang",
      fromOn: "2026-03-01",
      toOn: "2026-03-02",
      enteredById: "wang",
      enteredAt: at,
    },
  });
  await db.zoneMove.create({
    data: {
      id: "zone-move",
      borrowerId: "borrower",
      unitId: "unit",
      fromZone: "z1",
      toZone: "z2",
      movedOn: "2026-03-02",
      movedAt: at,
      drawnMinor: 100n,
      policyVersionId: "version",
    },
  });
  await db.zoneOverride.create({
    data: {
      id: "zone",
      borrowerId: "borrower",
      unitId: "unit",
      zone: "z2",
      computed: "z1",
      untilOn: "2026-05-04",
      reason: "r",
      askedById: "li",
      askedAt: at,
      state: "asked",
      policyVersionId: "policy",
    },
  });
  await db.customerStrategy.create({
    data: {
      ...{ id: "strategy", borrowerId: "borrower", strategy: "keep", reason: "r" },
      ...{ setById: "li", setAt: at, policyVersionId: "policy" },
    },
  });
  await db.filedDocument.create({
    data: {
      ...{ id: "document", borrowerId: "borrower", document: "loan_contract", reference: "L1" },
      ...{ datedOn: "2026-01-05", place: "Archive 12", filedById: "li", filedAt: at },
    },
  });
  await db.filedCopy.create({
    data: {
      ...{ id: "filed copy", borrowerId: "borrower", documentId: "document", name: "contract.pdf" },
      ...{ mimetype: "application/pdf", sha256: "00", state: "stored", uploadedById: "li", uploadedAt: at },
    },
  });
  await db.keyDate.create({
    data: {
      id: "key date",
      kind: "rating",
      borrowerId: "borrower",
      unitId: "unit",
      subjectKind: "borrower",
      subjectId: "borrower",
      reference: "C1",
      dueOn: "2026-03-31",
      heldOn: "2026-03-31",
      remindOn: "2025-12-31",
      amountMinor: 1n,
      currency: "CNY",
      tier: "normal",
      seenAt: at,
    },
  });
  await db.limitUse.create({
    data: {
      id: "limit",
      limitKey: "one_borrower",
      subjectKind: "borrower",
      subjectId: "borrower",
      usedMinor: 2n,
      mostMinor: 1n,
      measuredAt: at,
    },
  });
  await db.industryBulletin.create({
    data: {
      id: "bulletin",
      industry: "C13",
      title: "t",
      text: "t",
      unitId: "unit",
      untilOn: "2026-06-30",
      writtenById: "wang",
      writtenAt: at,
    },
  });
  await db.factChange.create({
    data: {
      id: "change",
      subjectKind: "loan",
      subjectId: "loan",
      field: "tier",
      asOf: "2026-03-01",
      recordedAt: at,
      source: "file",
    },
  });
  await db.factDelivery.create({
    data: {
      id: "pushed",
      source: "core_banking",
      eventId: "event-1",
      receivedAt: at,
      bodyHash: "0",
      state: "taken",
      answer: "{}",
    },
  });
  await db.observation.create({
    data: {
      id: "seen",
      subjectKind: "borrower",
      subjectId: "borrower",
      key: "cash",
      value: "1",
      unit: "yuan",
      asOf: "2026-03-01",
      recordedAt: at,
      source: "report",
      reference: "report",
      standing: "claimed",
    },
  });
}

async function theCheck(db: Db): Promise<void> {
  await db.inspection.create({
    data: {
      id: "inspection",
      number: "I1",
      borrowerId: "borrower",
      unitId: "unit",
      kind: "routine",
      occasion: "interval",
      mode: "on_site",
      dueOn: "2026-03-31",
      policyLine: "m1",
      policyVersionId: "policy",
      because: "{}",
      state: "started",
      createdAt: at,
    },
  });
  await db.inspectionLoan.create({ data: { inspectionId: "inspection", loanId: "loan" } });
  const draft = {
    inspectionId: "inspection",
    personId: "li",
    policyVersionId: "policy",
    mode: "on_site",
    startedAt: at,
    savedAt: at,
  };
  await db.draft.create({ data: { id: "draft", ...draft } });
  for (const [revision, id] of ["returned", "report"].entries()) {
    await db.report.create({
      data: {
        id,
        inspectionId: "inspection",
        revision: revision + 1,
        state: id === "report" ? "submitted" : "returned",
        submittedById: "li",
        submittedAt: at,
        policyVersionId: "policy",
        mode: "on_site",
        visitedOn: "2026-03-01",
        content: "{}",
        contentHash: "x",
      },
    });
  }
  await db.offSiteBatch.create({
    data: { id: "batch", number: "B1", personId: "li", policyVersionId: "policy", openedAt: at, savedAt: at },
  });
  await db.batchAnswer.create({
    data: { batchId: "batch", key: "borrower/conclusion", raw: '"c"', savedAt: at },
  });
  await db.answer.create({
    data: { id: "answer", reportId: "report", subject: "borrower", itemKey: "cash", value: "1" },
  });
  await db.reportFinding.create({ data: { id: "noticed", reportId: "report", rule: "copied", detail: "{}" } });
  await db.reviewerNaming.create({
    data: { id: "naming", reportId: "report", reviewerId: "wang", reason: "r", namedById: "sun", namedAt: at },
  });
  await db.confirmationSheet.create({
    data: {
      id: "sheet",
      number: "C1",
      inspectionId: "inspection",
      visitedOn: "2026-03-01",
      part: "{}",
      partHash: "part",
      frozenById: "li",
      frozenAt: at,
    },
  });
  await db.borrowerConfirmation.create({
    data: {
      id: "confirmed",
      sheetId: "sheet",
      answer: "confirmed",
      signedOn: "2026-03-01",
      signerId: "signer",
      note: "",
      sha256: "signed",
      enteredById: "li",
      enteredAt: at,
    },
  });
  await db.review.create({
    data: {
      id: "review",
      reportId: "returned",
      decision: "returned",
      reasons: "[]",
      note: "",
      recordJudgement: "not_in_order",
      conclusionJudgement: "in_order",
      reviewerId: "wang",
      decidedAt: at,
      submitterId: "li",
      ownerId: "zhao",
      standInIds: '["qian"]',
      notes: { create: { answerKey: "borrower/cash", note: "n" } },
    },
  });
}

async function paperwork(db: Db): Promise<void> {
  await db.evidence.create({
    data: {
      id: "photo",
      inspectionId: "inspection",
      answerKey: "a",
      name: "n",
      mimetype: "m",
      uploadedById: "li",
      uploadedAt: at,
      state: "stored",
    },
  });
  await db.documentLink.create({
    data: {
      id: "link",
      tokenHash: "t",
      codeHash: "c",
      kind: "k",
      refs: "{}",
      personId: "li",
      madeAt: at,
      expiresAt: at,
    },
  });
  await db.outboxMessage.create({
    data: {
      id: "message",
      key: "m",
      kind: "morning",
      state: "sent",
      notBefore: at,
      refs: "{}",
      createdAt: at,
      items: { create: { subjectKind: "inspection", subjectId: "inspection", stage: "due" } },
    },
  });
  await db.dutyBeat.create({ data: { duty: "mornings", endedAt: at } });
  await db.watchdogFinding.create({
    data: {
      id: "finding",
      key: "untold",
      kind: "untold",
      subjectKind: "inspection",
      subjectId: "inspection",
      detail: "{}",
      seenAt: at,
    },
  });
  await db.inboundDelivery.create({
    data: { id: "click", key: "c", kind: "click", payload: "{}", state: "done", receivedAt: at },
  });
  await db.policyVersion.create({
    data: {
      id: "policy",
      policyId: "cn-bank",
      version: "1",
      effectiveFrom: "2026-01-01",
      text: "",
      hash: "h",
      adoptedBy: "shipped",
      adoptedAt: at,
    },
  });
  await db.policyProposal.create({
    data: {
      id: "proposal",
      policyId: "cn-bank",
      version: "2",
      text: "",
      hash: "h2",
      proposedById: "li",
      proposedAt: at,
      state: "proposed",
      signOffs: { create: { id: "signed", path: "tiers", ruleText: "{}", signedById: "wang", signedAt: at } },
    },
  });
  await db.importRun.create({
    data: {
      id: "run",
      kind: "loans",
      source: "f",
      asOf: "2026-03-01",
      startedAt: at,
      refusals: { create: { line: 1, column: "c", value: "v", reason: "r" } },
    },
  });
  const event = {
    at,
    actorId: "li",
    verb: "v",
    subjectKind: "s",
    subjectId: "1",
    text: "{}",
    prevHash: "",
    hash: "h1",
  };
  await db.auditEvent.create({ data: { seq: 1n, ...event } });
  await db.auditHead.update({ where: { id: 1 }, data: { seq: 1n, hash: "h1" } });
}
