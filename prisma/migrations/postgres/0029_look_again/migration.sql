BEGIN;

-- CreateTable
CREATE TABLE "LookAsked" (
    "borrowerId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LookAsked_pkey" PRIMARY KEY ("borrowerId")
);

-- CreateIndex
CREATE INDEX "LookAsked_askedAt_idx" ON "LookAsked"("askedAt");

-- AddForeignKey
ALTER TABLE "LookAsked" ADD CONSTRAINT "LookAsked_borrowerId_fkey" FOREIGN KEY ("borrowerId") REFERENCES "Borrower"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
