BEGIN;

-- CreateTable
CREATE TABLE "ZoneOverride" (
    "id" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "computed" TEXT NOT NULL,
    "untilOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),
    "note" TEXT,
    "policyVersionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ZoneOverride_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ZoneOverride_borrowerId_state_idx" ON "ZoneOverride"("borrowerId", "state");

-- CreateIndex
CREATE INDEX "ZoneOverride_unitId_state_idx" ON "ZoneOverride"("unitId", "state");

-- AddForeignKey
ALTER TABLE "ZoneOverride" ADD CONSTRAINT "ZoneOverride_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
