-- CreateTable
CREATE TABLE "DutyBeat" (
    "duty" TEXT NOT NULL PRIMARY KEY,
    "endedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "WatchdogFinding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "confirmedAt" DATETIME,
    "repair" TEXT,
    "reportedAt" DATETIME,
    "goneAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "WatchdogFinding_key_key" ON "WatchdogFinding"("key");

-- CreateIndex
CREATE INDEX "WatchdogFinding_goneAt_idx" ON "WatchdogFinding"("goneAt");

-- CreateIndex
CREATE INDEX "WatchdogFinding_confirmedAt_reportedAt_idx" ON "WatchdogFinding"("confirmedAt", "reportedAt");
