BEGIN;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "lookHash" TEXT,
ADD COLUMN     "takenOn" TEXT;

-- CreateTable
CREATE TABLE "Case" (
    "id" TEXT NOT NULL,
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
    "openedAt" TIMESTAMP(3) NOT NULL,
    "result" TEXT,
    "reportedById" TEXT,
    "reportedAt" TIMESTAMP(3),
    "closedById" TEXT,
    "closedAt" TIMESTAMP(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GateOverride" (
    "id" TEXT NOT NULL,
    "inspectionId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "answerKey" TEXT NOT NULL,
    "refusedHash" TEXT NOT NULL,
    "refusal" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "note" TEXT,
    "reportId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "GateOverride_pkey" PRIMARY KEY ("id")
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

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
