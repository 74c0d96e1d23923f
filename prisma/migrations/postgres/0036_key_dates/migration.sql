BEGIN;

-- CreateTable
CREATE TABLE "KeyDate" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "remindOn" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "metOn" TEXT,

    CONSTRAINT "KeyDate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KeyDate_metOn_remindOn_idx" ON "KeyDate"("metOn", "remindOn");

-- CreateIndex
CREATE INDEX "KeyDate_unitId_metOn_heldOn_idx" ON "KeyDate"("unitId", "metOn", "heldOn");

-- CreateIndex
CREATE INDEX "KeyDate_borrowerId_metOn_idx" ON "KeyDate"("borrowerId", "metOn");

-- CreateIndex
CREATE UNIQUE INDEX "KeyDate_kind_subjectId_reference_dueOn_key" ON "KeyDate"("kind", "subjectId", "reference", "dueOn");

-- CreateIndex
CREATE INDEX "Observation_key_asOf_idx" ON "Observation"("key", "asOf");

-- AddForeignKey
ALTER TABLE "KeyDate" ADD CONSTRAINT "KeyDate_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
