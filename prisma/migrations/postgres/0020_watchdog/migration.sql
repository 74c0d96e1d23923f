BEGIN;

-- CreateTable
CREATE TABLE "DutyBeat" (
    "duty" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DutyBeat_pkey" PRIMARY KEY ("duty")
);

-- CreateTable
CREATE TABLE "WatchdogFinding" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "confirmedAt" TIMESTAMP(3),
    "repair" TEXT,
    "reportedAt" TIMESTAMP(3),
    "goneAt" TIMESTAMP(3),

    CONSTRAINT "WatchdogFinding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WatchdogFinding_key_key" ON "WatchdogFinding"("key");

-- CreateIndex
CREATE INDEX "WatchdogFinding_goneAt_idx" ON "WatchdogFinding"("goneAt");

-- CreateIndex
CREATE INDEX "WatchdogFinding_confirmedAt_reportedAt_idx" ON "WatchdogFinding"("confirmedAt", "reportedAt");

COMMIT;
