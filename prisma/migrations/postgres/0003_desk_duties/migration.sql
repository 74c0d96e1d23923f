BEGIN;

-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN     "actedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "DeliveryPause" (
    "bucket" TEXT NOT NULL,
    "until" TIMESTAMP(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeliveryPause_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "DutyRun" (
    "id" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),
    "found" TEXT,
    "failure" TEXT,

    CONSTRAINT "DutyRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Snooze" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "Snooze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "fromDueOn" TEXT NOT NULL,
    "toDueOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitAttempt" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "attemptedOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "nextAttemptOn" TEXT NOT NULL,
    "evidenceId" TEXT,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VisitAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "id" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "inspectionId" TEXT,
    "fromPersonId" TEXT,
    "toPersonId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answerBy" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),
    "note" TEXT,
    "batchId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Snooze" ADD CONSTRAINT "Snooze_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitAttempt" ADD CONSTRAINT "VisitAttempt_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_inspectionId_fkey" FOREIGN KEY ("inspectionId") REFERENCES "Inspection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
