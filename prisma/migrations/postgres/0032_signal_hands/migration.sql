BEGIN;

-- AlterTable
ALTER TABLE "Signal" ADD COLUMN     "offerNote" TEXT,
ADD COLUMN     "offeredAt" TIMESTAMP(3),
ADD COLUMN     "offeredById" TEXT,
ADD COLUMN     "offeredToId" TEXT;

-- CreateTable
CREATE TABLE "SignalQuestion" (
    "id" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "ofPersonId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "answer" TEXT,
    "answeredById" TEXT,
    "answeredAt" TIMESTAMP(3),

    CONSTRAINT "SignalQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignalSnooze" (
    "id" TEXT NOT NULL,
    "signalId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fromAt" TIMESTAMP(3) NOT NULL,
    "untilAt" TIMESTAMP(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "endedAt" TIMESTAMP(3),
    "policyVersionId" TEXT NOT NULL,

    CONSTRAINT "SignalSnooze_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SignalQuestion_signalId_askedAt_idx" ON "SignalQuestion"("signalId", "askedAt");

-- CreateIndex
CREATE INDEX "SignalQuestion_ofPersonId_answeredAt_idx" ON "SignalQuestion"("ofPersonId", "answeredAt");

-- CreateIndex
CREATE INDEX "SignalSnooze_signalId_fromAt_idx" ON "SignalSnooze"("signalId", "fromAt");

-- AddForeignKey
ALTER TABLE "SignalQuestion" ADD CONSTRAINT "SignalQuestion_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignalSnooze" ADD CONSTRAINT "SignalSnooze_signalId_fkey" FOREIGN KEY ("signalId") REFERENCES "Signal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
