import { cookies } from "next/headers";
import { type Theme, themes } from "@/components/shared/themes";

/** The reader's choice, or the system's when there is none. */
export async function readTheme(): Promise<Theme> {
  const chosen = (await cookies()).get("theme")?.value;
  return themes.find((theme) => theme === chosen) ?? "system";
}
