BEGIN;

-- CreateTable
CREATE TABLE "FactDelivery" (
    "id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL,

    CONSTRAINT "FactDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FactDelivery_source_eventId_idx" ON "FactDelivery"("source", "eventId");

COMMIT;
