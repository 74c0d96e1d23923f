BEGIN;

-- CreateTable
CREATE TABLE "Signal" (
    "id" TEXT NOT NULL,
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
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "levelSince" TIMESTAMP(3) NOT NULL,
    "ownerId" TEXT,
    "acknowledgedById" TEXT,
    "acknowledgedAt" TIMESTAMP(3),
    "verifiedById" TEXT,
    "verifiedAt" TIMESTAMP(3),
    "plan" TEXT,
    "planById" TEXT,
    "planApprovedById" TEXT,
    "planApprovedAt" TIMESTAMP(3),
    "observeUntilOn" TEXT,
    "askedFor" TEXT,
    "askedById" TEXT,
    "askedAt" TIMESTAMP(3),
    "askRound" INTEGER NOT NULL DEFAULT 0,
    "curedAt" TIMESTAMP(3),
    "endedById" TEXT,
    "endedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignalEvent" (
    "id" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
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

    CONSTRAINT "SignalEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignalNamed" (
    "signalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "SignalNamed_pkey" PRIMARY KEY ("signalId","personId")
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

-- AddForeignKey
ALTER TABLE "Signal" ADD CONSTRAINT "Signal_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalEvent" ADD CONSTRAINT "SignalEvent_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalNamed" ADD CONSTRAINT "SignalNamed_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
