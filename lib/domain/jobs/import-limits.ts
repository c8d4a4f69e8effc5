import { config } from "@/lib/config/env";

/** What is kept of a small file may be larger than the file: a GIF is kept as PNG. */
const keptPictureBytes = 64 * 1024 * 1024;
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
    /** Of a picture in an exported collection. */
    keptPictureBytesMax: Math.max(fileBytesMax, keptPictureBytes),
    /** Of a table of subjects. */
    tableBytesMax: 32 * 1024 * 1024,
    zip: { entriesMax, bytesMax: unpackedTimesMax * importBytesMax },
  } as const;
}
