-- CreateTable
CREATE TABLE "CollectionSize" (
    "serviceId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "subjects" INTEGER NOT NULL,
    "faces" INTEGER NOT NULL,

    CONSTRAINT "CollectionSize_pkey" PRIMARY KEY ("serviceId","day")
);

-- AddForeignKey
ALTER TABLE "CollectionSize" ADD CONSTRAINT "CollectionSize_serviceId_fkey" FOREIGN KEY ("serviceId") REFERENCES "Service"("id") ON DELETE CASCADE ON UPDATE CASCADE;
