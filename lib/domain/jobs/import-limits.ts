import { config } from "@/lib/config/env";

const entriesMax = 200_000;
/** Pictures do not get smaller by compressing; lines of JSON get a little. */
const unpackedTimesMax = 4;

/** What an import may bring. */
export function importLimits() {
  const { importBytesMax, fileBytesMax } = config();
  return {
    /** Of the archive as it is sent. */
    archiveBytesMax: importBytesMax,
    pictureBytesMax: fileBytesMax,
    /** Of a table of subjects. */
    tableBytesMax: 32 * 1024 * 1024,
    zip: { entriesMax, bytesMax: unpackedTimesMax * importBytesMax },
  } as const;
}
