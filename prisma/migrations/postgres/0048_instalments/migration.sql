BEGIN;

-- CreateTable
CREATE TABLE "Instalment" (
    "id" TEXT NOT NULL,
    "loanId" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "principalMinor" BIGINT,
    "interestMinor" BIGINT,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stateOn" TEXT,
    "paidOn" TEXT,
    "asOf" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "recordedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Instalment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Instalment_state_dueOn_idx" ON "Instalment"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Instalment_loanId_dueOn_key" ON "Instalment"("loanId", "dueOn");

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_loanId_fkey" FOREIGN KEY ("loanId") REFERENCES "Loan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
