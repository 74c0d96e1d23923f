-- AlterTable
ALTER TABLE "Loan" ADD COLUMN "yearlyRateFrom" TEXT;
ALTER TABLE "Loan" ADD COLUMN "yearlyRatePpm" INTEGER;

-- CreateIndex
CREATE INDEX "Loan_maturesOn_idx" ON "Loan"("maturesOn");
