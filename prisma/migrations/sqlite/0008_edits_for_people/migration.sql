-- AlterTable
ALTER TABLE "OutboxMessage" ADD COLUMN "staleInBackground" BOOLEAN NOT NULL DEFAULT false;
