import type { ReactNode } from "react";
import { readTheme } from "@/app/theme";
import { SignedInShell } from "@/components/shell/signed-in-shell";

export default async function SignedInLayout({ children }: { readonly children: ReactNode }) {
  return <SignedInShell theme={await readTheme()}>{children}</SignedInShell>;
}
