import { shell } from "./en/shell";

/** All texts in English, by the part of the pages that shows them. The other languages follow these names. */
export const english = { shell } as const;
