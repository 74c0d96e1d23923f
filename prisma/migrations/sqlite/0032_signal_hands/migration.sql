-- AlterTable
ALTER TABLE "Signal" ADD COLUMN "offerNote" TEXT;
ALTER TABLE "Signal" ADD COLUMN "offeredAt" DATETIME;
ALTER TABLE "Signal" ADD COLUMN "offeredById" TEXT;
ALTER TABLE "Signal" ADD COLUMN "offeredToId" TEXT;

-- CreateTable
CREATE TABLE "SignalQuestion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "signalId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "ofPersonId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" DATETIME,
    CONSTRAINT "SignalQuestion_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignalSnooze" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "signalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromAt" DATETIME NOT NULL,
    "untilAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "endedAt" DATETIME,
    "policyVersionId" TEXT NOT NULL,
    CONSTRAINT "SignalSnooze_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SignalQuestion_signalId_askedAt_idx" ON "SignalQuestion"("signalId", "askedAt");

-- CreateIndex
CREATE INDEX "SignalQuestion_ofPersonId_answeredAt_idx" ON "SignalQuestion"("ofPersonId", "answeredAt");

-- CreateIndex
CREATE INDEX "SignalSnooze_signalId_fromAt_idx" ON "SignalSnooze"("signalId", "fromAt");
