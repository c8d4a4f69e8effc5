import sharp from "sharp";

/**
 * libvips can open far more than Mien wants to hand to a stranger's bytes: SVG with its XML, HEIF, files by path.
 * Loaders are closed for the whole process and exactly these five, from memory, opened again.
 */
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadTiffBuffer",
  ],
});

// No picture is decoded twice, and parallelism comes from the workers, not from threads inside one decode.
sharp.cache(false);
sharp.concurrency(1);

export const restrictedSharp = sharp;
