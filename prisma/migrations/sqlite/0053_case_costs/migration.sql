-- CreateTable
CREATE TABLE "CaseCost" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "recordedAt" DATETIME NOT NULL,
    "policyVersionId" TEXT NOT NULL,
    CONSTRAINT "CaseCost_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CaseCost_endedOn_idx" ON "CaseCost"("endedOn");

-- CreateIndex
CREATE UNIQUE INDEX "CaseCost_signalId_revision_key" ON "CaseCost"("signalId", "revision");
