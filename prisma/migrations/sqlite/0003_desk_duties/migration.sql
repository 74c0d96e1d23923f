-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "actedAt" DATETIME;

-- CreateTable
CREATE TABLE "DeliveryPause" (
    "bucket" TEXT NOT NULL PRIMARY KEY,
    "until" DATETIME NOT NULL,
    "kind" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "DutyRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "duty" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "found" TEXT,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "Snooze" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Snooze_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "fromDueOn" TEXT NOT NULL,
    "toDueOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Extension_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VisitAttempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "attemptedOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "nextAttemptOn" TEXT NOT NULL,
    "evidenceId" TEXT,
    "recordedAt" DATETIME NOT NULL,
    CONSTRAINT "VisitAttempt_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "borrowerId" TEXT NOT NULL,
    "inspectionId" TEXT,
    "fromPersonId" TEXT,
    "toPersonId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "answerBy" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    "note" TEXT,
    "batchId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Handover_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Handover_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "DutyRun_duty_startedAt_idx" ON "DutyRun"("duty", "startedAt");

-- CreateIndex
CREATE INDEX "Snooze_personId_untilOn_idx" ON "Snooze"("personId", "untilOn");

-- CreateIndex
CREATE INDEX "Snooze_inspectionId_idx" ON "Snooze"("inspectionId");

-- CreateIndex
CREATE INDEX "Extension_inspectionId_idx" ON "Extension"("inspectionId");

-- CreateIndex
CREATE INDEX "Extension_state_askedAt_idx" ON "Extension"("state", "askedAt");

-- CreateIndex
CREATE INDEX "VisitAttempt_inspectionId_idx" ON "VisitAttempt"("inspectionId");

-- CreateIndex
CREATE INDEX "Handover_toPersonId_state_idx" ON "Handover"("toPersonId", "state");

-- CreateIndex
CREATE INDEX "Handover_fromPersonId_state_idx" ON "Handover"("fromPersonId", "state");

-- CreateIndex
CREATE INDEX "Handover_state_answerBy_idx" ON "Handover"("state", "answerBy");

-- CreateIndex
CREATE INDEX "Handover_borrowerId_state_idx" ON "Handover"("borrowerId", "state");

-- CreateIndex
CREATE INDEX "Handover_batchId_idx" ON "Handover"("batchId");
