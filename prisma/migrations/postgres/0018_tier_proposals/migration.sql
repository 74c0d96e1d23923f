BEGIN;

-- CreateTable
CREATE TABLE "TierProposal" (
    "id" TEXT NOT NULL,
    "loanId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "fromTier" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "floor" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "shown" TEXT NOT NULL DEFAULT '[]',
    "state" TEXT NOT NULL,
    "hands" INTEGER NOT NULL,
    "effectiveOn" TEXT,
    "reason" TEXT,
    "quarter" TEXT,
    "suggestedAt" TIMESTAMP(3),
    "proposedById" TEXT,
    "proposedAt" TIMESTAMP(3),
    "recognisedById" TEXT,
    "recognisedAt" TIMESTAMP(3),
    "approvedById" TEXT,
    "approvedAt" TIMESTAMP(3),
    "endedById" TEXT,
    "endedAt" TIMESTAMP(3),
    "endedWhy" TEXT,
    "policyVersionId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TierProposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TierProposal_loanId_state_idx" ON "TierProposal"("loanId", "state");

-- CreateIndex
CREATE INDEX "TierProposal_unitId_state_idx" ON "TierProposal"("unitId", "state");

-- CreateIndex
CREATE INDEX "TierProposal_state_quarter_idx" ON "TierProposal"("state", "quarter");

-- AddForeignKey
ALTER TABLE "TierProposal" ADD CONSTRAINT "TierProposal_loanId_fkey" FOREIGN KEY ("loanId") REFERENCES "Loan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
