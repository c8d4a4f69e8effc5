-- DropIndex
DROP INDEX "AuditEvent_at_idx";

-- DropIndex
DROP INDEX "AuditEvent_actorUserId_idx";

-- DropIndex
DROP INDEX "AuditEvent_objectType_objectId_idx";

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "applicationId" UUID;

-- AlterTable
ALTER TABLE "RequestStatistic" ADD COLUMN     "errors" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "latencyCounts" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "msMax" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_actorUserId_at_id_idx" ON "AuditEvent"("actorUserId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_action_at_id_idx" ON "AuditEvent"("action", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_objectId_at_id_idx" ON "AuditEvent"("objectId", "at", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_applicationId_at_id_idx" ON "AuditEvent"("applicationId", "at", "id");


-- What was written before this column tells its application where the object itself does, or is still there to be asked.
-- Only the new column is filled: the trail stays as it was.
ALTER TABLE "AuditEvent" DISABLE TRIGGER "AuditEvent_append_only";
UPDATE "AuditEvent" SET "applicationId" = split_part("objectId", '/', 1)::uuid
    WHERE "objectType" IN ('application', 'member') AND "objectId" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/|$)';
UPDATE "AuditEvent" SET "applicationId" = "Service"."applicationId" FROM "Service"
    WHERE "objectType" = 'service' AND "objectId" = "Service"."id"::text;
UPDATE "AuditEvent" SET "applicationId" = "Service"."applicationId"
    FROM "ApiKey" JOIN "Service" ON "Service"."id" = "ApiKey"."serviceId"
    WHERE "objectType" = 'api_key' AND "objectId" = "ApiKey"."id"::text;
UPDATE "AuditEvent" SET "applicationId" = "Invitation"."applicationId" FROM "Invitation"
    WHERE "objectType" = 'invitation' AND "objectId" = "Invitation"."id"::text;
ALTER TABLE "AuditEvent" ENABLE TRIGGER "AuditEvent_append_only";
