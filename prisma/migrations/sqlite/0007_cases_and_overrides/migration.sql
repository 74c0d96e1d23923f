-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN "lookHash" TEXT;
ALTER TABLE "Evidence" ADD COLUMN "takenOn" TEXT;

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "reportId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "openedById" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "result" TEXT,
    "reportedById" TEXT,
    "reportedAt" DATETIME,
    "closedById" TEXT,
    "closedAt" DATETIME,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Case_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GateOverride" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "inspectionId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "answerKey" TEXT NOT NULL,
    "refusedHash" TEXT NOT NULL,
    "refusal" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    "note" TEXT,
    "reportId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0
);

-- CreateIndex
CREATE INDEX "Case_ownerId_state_dueOn_idx" ON "Case"("ownerId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Case_unitId_state_dueOn_idx" ON "Case"("unitId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Case_borrowerId_state_idx" ON "Case"("borrowerId", "state");

-- CreateIndex
CREATE INDEX "Case_inspectionId_idx" ON "Case"("inspectionId");

-- CreateIndex
CREATE INDEX "GateOverride_inspectionId_state_idx" ON "GateOverride"("inspectionId", "state");

-- CreateIndex
CREATE INDEX "GateOverride_askedById_askedAt_idx" ON "GateOverride"("askedById", "askedAt");

-- CreateIndex
CREATE INDEX "GateOverride_decidedById_decidedAt_idx" ON "GateOverride"("decidedById", "decidedAt");
