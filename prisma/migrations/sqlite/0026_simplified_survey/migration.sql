-- AlterTable
ALTER TABLE "Loan" ADD COLUMN "surveySimplified" BOOLEAN;
