-- CreateEnum
CREATE TYPE "CollectionChangeKind" AS ENUM ('FACE_ADDED', 'FACE_REMOVED', 'FACE_MOVED', 'SUBJECT_REMOVED', 'SUBJECT_MERGED', 'ALL_REMOVED', 'RELOAD');

-- CreateEnum
CREATE TYPE "JobKind" AS ENUM ('IMPORT', 'EXPORT', 'REEMBED');

-- CreateEnum
CREATE TYPE "JobState" AS ENUM ('WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "DecisionPolicy" AS ENUM ('LENIENT', 'BALANCED', 'STRICT', 'CUSTOM');

-- CreateEnum
CREATE TYPE "QualityGate" AS ENUM ('OFF', 'WARN', 'REFUSE');

-- CreateEnum
CREATE TYPE "QualityProfile" AS ENUM ('ENROLMENT', 'ICAO', 'WEBCAM', 'CUSTOM');

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "customQualityLimits" JSONB,
ADD COLUMN     "decisionPolicy" "DecisionPolicy" NOT NULL DEFAULT 'BALANCED',
ADD COLUMN     "qualityGate" "QualityGate" NOT NULL DEFAULT 'OFF',
ADD COLUMN     "qualityProfile" "QualityProfile" NOT NULL DEFAULT 'ENROLMENT',
ADD COLUMN     "similarityMin" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "User" ALTER COLUMN "passwordHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Collection" (
    "serviceId" UUID NOT NULL,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("serviceId")
);

-- CreateTable
CREATE TABLE "CollectionChange" (
    "serviceId" UUID NOT NULL,
    "version" BIGINT NOT NULL,
    "kind" "CollectionChangeKind" NOT NULL,
    "faceId" UUID,
    "subjectId" UUID,
    "otherSubjectId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CollectionChange_pkey" PRIMARY KEY ("serviceId","version")
);

-- CreateTable
CREATE TABLE "ExternalIdentity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExternalIdentity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "FaceImage" (
    "faceId" UUID NOT NULL,
    "pictureCipher" BYTEA NOT NULL,
    "mediaType" TEXT NOT NULL,
    "thumbnailCipher" BYTEA NOT NULL,

    CONSTRAINT "FaceImage_pkey" PRIMARY KEY ("faceId")
);

-- CreateTable
CREATE TABLE "Face" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "embeddingCipher" BYTEA NOT NULL,
    "modelTag" TEXT NOT NULL,
    "quality" DOUBLE PRECISION,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Face_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "serviceId" UUID NOT NULL,
    "keyHash" BYTEA NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "faceId" UUID NOT NULL,
    "subjectName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("serviceId","keyHash")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "kind" "JobKind" NOT NULL,
    "state" "JobState" NOT NULL DEFAULT 'WAITING',
    "total" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "fileName" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "leaseUntil" TIMESTAMPTZ(3),
    "isCancelWanted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobItem" (
    "jobId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "problem" TEXT,
    "faceId" UUID,

    CONSTRAINT "JobItem_pkey" PRIMARY KEY ("jobId","position")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subject" (
    "id" UUID NOT NULL,
    "serviceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TotpSecret" (
    "userId" UUID NOT NULL,
    "secretCipher" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" BIGINT,

    CONSTRAINT "TotpSecret_pkey" PRIMARY KEY ("userId")
);

-- CreateIndex
CREATE INDEX "CollectionChange_at_idx" ON "CollectionChange"("at");

-- CreateIndex
CREATE INDEX "ExternalIdentity_userId_idx" ON "ExternalIdentity"("userId");

-- CreateIndex
CREATE INDEX "Face_serviceId_id_idx" ON "Face"("serviceId", "id");

-- CreateIndex
CREATE INDEX "Face_subjectId_id_idx" ON "Face"("subjectId", "id");

-- CreateIndex
CREATE INDEX "IdempotencyKey_expiresAt_idx" ON "IdempotencyKey"("expiresAt");

-- CreateIndex
CREATE INDEX "Job_serviceId_id_idx" ON "Job"("serviceId", "id");

-- CreateIndex
CREATE INDEX "Job_state_leaseUntil_idx" ON "Job"("state", "leaseUntil");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_codeHash_key" ON "RecoveryCode"("codeHash");

-- CreateIndex
CREATE INDEX "RecoveryCode_userId_idx" ON "RecoveryCode"("userId");

-- CreateIndex
CREATE INDEX "Subject_serviceId_id_idx" ON "Subject"("serviceId", "id");

-- AddForeignKey
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionChange" ADD CONSTRAINT "CollectionChange_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Collection"("serviceId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExternalIdentity" ADD CONSTRAINT "ExternalIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FaceImage" ADD CONSTRAINT "FaceImage_faceId_fkey" FOREIGN KEY ("faceId") REFERENCES "Face"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Face" ADD CONSTRAINT "Face_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Face" ADD CONSTRAINT "Face_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Job" ADD CONSTRAINT "Job_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobItem" ADD CONSTRAINT "JobItem_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "Job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subject" ADD CONSTRAINT "Subject_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TotpSecret" ADD CONSTRAINT "TotpSecret_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
CREATE UNIQUE INDEX "Subject_serviceId_name_key" ON "Subject" ("serviceId", lower("name"));
ALTER TABLE "Service" ADD CONSTRAINT "Service_similarityMin_check"
    CHECK (("decisionPolicy" = 'CUSTOM') = ("similarityMin" IS NOT NULL) AND ("similarityMin" BETWEEN 0 AND 1 OR "similarityMin" IS NULL));
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_codeHash_check" CHECK (octet_length("codeHash") = 32);
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_keyHash_check" CHECK (octet_length("keyHash") = 32);
ALTER TABLE "IdempotencyKey" ADD CONSTRAINT "IdempotencyKey_requestHash_check" CHECK (octet_length("requestHash") = 32);

-- Other servers learn of a change when it is committed, and not of one that is rolled back.
CREATE FUNCTION "notify_collection_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('collection_change', NEW."serviceId" || ' ' || NEW."version");
    RETURN NULL;
END
$$;
CREATE TRIGGER "CollectionChange_notify" AFTER INSERT ON "CollectionChange"
    FOR EACH ROW EXECUTE FUNCTION "notify_collection_change"();
