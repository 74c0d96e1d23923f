BEGIN;

-- CreateTable
CREATE TABLE "CaseCost" (
    "id" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "costMinor" BIGINT,
    "lossMinor" BIGINT,
    "endedOn" TEXT NOT NULL,
    "foundBy" TEXT NOT NULL,
    "raisedDpd" INTEGER NOT NULL,
    "raisedDrawnMinor" BIGINT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,
    "policyVersionId" TEXT NOT NULL,

    CONSTRAINT "CaseCost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CaseCost_endedOn_idx" ON "CaseCost"("endedOn");

-- CreateIndex
CREATE UNIQUE INDEX "CaseCost_signalId_revision_key" ON "CaseCost"("signalId", "revision");

-- AddForeignKey
ALTER TABLE "CaseCost" ADD CONSTRAINT "CaseCost_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
