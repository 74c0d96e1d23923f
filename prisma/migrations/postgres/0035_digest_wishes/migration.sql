BEGIN;

-- CreateTable
CREATE TABLE "DigestWish" (
    "personId" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "saidAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DigestWish_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "DigestWish" ADD CONSTRAINT "DigestWish_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
