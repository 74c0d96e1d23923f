-- CreateTable
CREATE TABLE "LimitUse" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "limitKey" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "usedMinor" BIGINT NOT NULL,
    "mostMinor" BIGINT NOT NULL,
    "measuredAt" DATETIME NOT NULL,
    "passedSince" DATETIME
);

-- CreateIndex
CREATE INDEX "LimitUse_passedSince_idx" ON "LimitUse"("passedSince");

-- CreateIndex
CREATE UNIQUE INDEX "LimitUse_limitKey_subjectId_key" ON "LimitUse"("limitKey", "subjectId");
