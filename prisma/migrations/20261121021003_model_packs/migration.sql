-- CreateTable
CREATE TABLE "ModelState" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "packId" TEXT NOT NULL,
    "modelTag" TEXT NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ModelState_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NextEmbedding" (
    "faceId" UUID NOT NULL,
    "modelTag" TEXT NOT NULL,
    "embeddingCipher" BYTEA,

    CONSTRAINT "NextEmbedding_pkey" PRIMARY KEY ("faceId")
);

-- CreateIndex
CREATE INDEX "NextEmbedding_modelTag_idx" ON "NextEmbedding"("modelTag");

-- AddForeignKey
ALTER TABLE "NextEmbedding" ADD CONSTRAINT "NextEmbedding_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE CASCADE ON UPDATE CASCADE;
