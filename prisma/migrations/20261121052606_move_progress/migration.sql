-- AlterTable
ALTER TABLE "ModelState" ADD COLUMN     "done" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "kept" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "total" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Face_modelTag_idx" ON "Face"("modelTag");
