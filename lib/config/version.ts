import manifest from "@/package.json" with { type: "json" };

/** Of this server. */
export const version: string = manifest.version;
