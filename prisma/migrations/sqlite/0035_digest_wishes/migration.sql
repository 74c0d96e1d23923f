-- CreateTable
CREATE TABLE "DigestWish" (
    "personId" TEXT NOT NULL PRIMARY KEY,
    "rhythm" TEXT NOT NULL,
    "saidAt" DATETIME NOT NULL,
    CONSTRAINT "DigestWish_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
