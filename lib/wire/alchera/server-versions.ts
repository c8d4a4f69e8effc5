/** Of this API, and the engine's version whose document it follows. */
export const serverVersions = { api: "1.0.0", faceSdk: "0.9.5.2-compatible" } as const;
