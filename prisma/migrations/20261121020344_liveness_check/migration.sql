-- CreateEnum
CREATE TYPE "LivenessCheck" AS ENUM ('EVERY_FACE', 'ONE_FACE', 'ONE_GOOD_FACE');

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "livenessCheck" "LivenessCheck" NOT NULL DEFAULT 'EVERY_FACE';
