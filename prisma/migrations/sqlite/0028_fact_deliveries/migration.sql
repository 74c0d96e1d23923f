-- CreateTable
CREATE TABLE "FactDelivery" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "bodyHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "FactDelivery_source_eventId_idx" ON "FactDelivery"("source", "eventId");
