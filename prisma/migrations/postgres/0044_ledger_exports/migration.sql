BEGIN;

-- CreateTable
CREATE TABLE "LedgerExport" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "slot" TEXT,
    "filters" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "leaseUntil" TIMESTAMP(3),
    "begun" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "differences" INTEGER,
    "fileName" TEXT,
    "sha256" TEXT,
    "sizeBytes" BIGINT,
    "policyVersionId" TEXT,
    "endedAt" TIMESTAMP(3),
    "sentAt" TIMESTAMP(3),
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "LedgerExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerExport_slot_key" ON "LedgerExport"("slot");

-- CreateIndex
CREATE INDEX "LedgerExport_state_askedAt_idx" ON "LedgerExport"("state", "askedAt");

-- CreateIndex
CREATE INDEX "LedgerExport_personId_askedAt_idx" ON "LedgerExport"("personId", "askedAt");

COMMIT;
