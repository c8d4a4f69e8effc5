import type { ReactNode } from "react";
import { readTheme } from "@/app/theme";
import { PublicShell } from "@/components/shell/public-shell";

export default async function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <PublicShell theme={await readTheme()}>{children}</PublicShell>;
}
