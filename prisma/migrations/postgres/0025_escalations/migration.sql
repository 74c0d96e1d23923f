BEGIN;

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN     "ladderAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "Escalation" (
    "id" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "levelSince" TIMESTAMP(3) NOT NULL,
    "awaits" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "repeat" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "toldAt" TIMESTAMP(3) NOT NULL,
    "policyVersionId" TEXT NOT NULL,

    CONSTRAINT "Escalation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyTurn" (
    "id" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "DutyTurn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Escalation_personId_toldAt_idx" ON "Escalation"("personId", "toldAt");

-- CreateIndex
CREATE UNIQUE INDEX "Escalation_signalId_levelSince_awaits_rung_repeat_personId_key" ON "Escalation"("signalId", "levelSince", "awaits", "rung", "repeat", "personId");

-- CreateIndex
CREATE INDEX "DutyTurn_unitId_toOn_idx" ON "DutyTurn"("unitId", "toOn");

-- CreateIndex
CREATE INDEX "Signal_ladderAt_idx" ON "Signal"("ladderAt");

-- AddForeignKey
ALTER TABLE "Escalation" ADD CONSTRAINT "Escalation_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyTurn" ADD CONSTRAINT "DutyTurn_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "OrgUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyTurn" ADD CONSTRAINT "DutyTurn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
