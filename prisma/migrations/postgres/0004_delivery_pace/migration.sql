BEGIN;

-- DropIndex
DROP INDEX "OutboxMessage_state_notBefore_idx";

-- CreateTable
CREATE TABLE "DeliveryPace" (
    "bucket" TEXT NOT NULL,
    "nextAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeliveryPace_pkey" PRIMARY KEY ("bucket")
);

-- CreateIndex
CREATE INDEX "DeliveryPace_nextAt_idx" ON "DeliveryPace"("nextAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_state_urgent_notBefore_idx" ON "OutboxMessage"("state", "urgent" DESC, "notBefore");

-- CreateIndex
CREATE INDEX "OutboxMessage_channelId_ts_idx" ON "OutboxMessage"("channelId", "ts");

COMMIT;
