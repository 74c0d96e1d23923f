BEGIN;

-- CreateTable
CREATE TABLE "UnitLoad" (
    "asOf" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "late" INTEGER NOT NULL,
    "dueSoon" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,

    CONSTRAINT "UnitLoad_pkey" PRIMARY KEY ("asOf","unitId","product")
);

COMMIT;
