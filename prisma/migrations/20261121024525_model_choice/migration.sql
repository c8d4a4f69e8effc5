-- AlterTable
ALTER TABLE "ModelState" ADD COLUMN     "nextModelTag" TEXT;

-- CreateTable
CREATE TABLE "ModelChoice" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "packId" TEXT NOT NULL,

    CONSTRAINT "ModelChoice_pkey" PRIMARY KEY ("id")
);
