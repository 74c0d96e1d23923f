BEGIN;

-- CreateTable
CREATE TABLE "LimitUse" (
    "id" TEXT NOT NULL,
    "limitKey" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "usedMinor" BIGINT NOT NULL,
    "mostMinor" BIGINT NOT NULL,
    "measuredAt" TIMESTAMP(3) NOT NULL,
    "passedSince" TIMESTAMP(3),

    CONSTRAINT "LimitUse_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LimitUse_passedSince_idx" ON "LimitUse"("passedSince");

-- CreateIndex
CREATE UNIQUE INDEX "LimitUse_limitKey_subjectId_key" ON "LimitUse"("limitKey", "subjectId");

COMMIT;
