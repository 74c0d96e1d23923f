-- CreateTable
CREATE TABLE "Signal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "borrowerId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "isVeto" BOOLEAN NOT NULL DEFAULT false,
    "isUnsure" BOOLEAN NOT NULL DEFAULT false,
    "isRestricted" BOOLEAN NOT NULL DEFAULT false,
    "policyVersionId" TEXT NOT NULL,
    "raisedById" TEXT,
    "raisedAt" DATETIME NOT NULL,
    "levelSince" DATETIME NOT NULL,
    "ownerId" TEXT,
    "acknowledgedById" TEXT,
    "acknowledgedAt" DATETIME,
    "verifiedById" TEXT,
    "verifiedAt" DATETIME,
    "plan" TEXT,
    "planById" TEXT,
    "planApprovedById" TEXT,
    "planApprovedAt" DATETIME,
    "observeUntilOn" TEXT,
    "askedFor" TEXT,
    "askedById" TEXT,
    "askedAt" DATETIME,
    "askRound" INTEGER NOT NULL DEFAULT 0,
    "curedAt" DATETIME,
    "endedById" TEXT,
    "endedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Signal_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignalEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "signalId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "personId" TEXT,
    "act" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "because" TEXT,
    "round" INTEGER NOT NULL DEFAULT 0,
    "asRole" TEXT,
    "policyVersionId" TEXT NOT NULL,
    CONSTRAINT "SignalEvent_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignalNamed" (
    "signalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    PRIMARY KEY ("signalId", "personId"),
    CONSTRAINT "SignalNamed_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Signal_number_key" ON "Signal"("number");

-- CreateIndex
CREATE INDEX "Signal_borrowerId_state_idx" ON "Signal"("borrowerId", "state");

-- CreateIndex
CREATE INDEX "Signal_unitId_state_level_idx" ON "Signal"("unitId", "state", "level");

-- CreateIndex
CREATE INDEX "Signal_ownerId_state_idx" ON "Signal"("ownerId", "state");

-- CreateIndex
CREATE INDEX "Signal_state_levelSince_idx" ON "Signal"("state", "levelSince");

-- CreateIndex
CREATE INDEX "SignalEvent_signalId_at_idx" ON "SignalEvent"("signalId", "at");

-- CreateIndex
CREATE INDEX "SignalNamed_personId_idx" ON "SignalNamed"("personId");
