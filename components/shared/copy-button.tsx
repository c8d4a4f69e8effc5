"use client";

import { useState } from "react";
import { useTranslate } from "@/components/language/language-provider";
import type { PlainMessageKey } from "@/components/language/message-types";
import { useIsInteractive } from "./use-is-interactive";

type State = "idle" | "copied" | "failed";

const words = {
  idle: "shared.copy",
  copied: "shared.copied",
  failed: "shared.copyFailed",
} as const satisfies Record<State, PlainMessageKey>;

/** Puts `text` on the clipboard and says whether that worked; browsers refuse it on plain HTTP to another host. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useTranslate();
  const isInteractive = useIsInteractive();
  const [state, setState] = useState<State>("idle");
  const copy = () => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"));
    written.then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <button
      type="button"
      className="h-10 rounded-md border border-border bg-card px-3 text-sm transition-colors duration-150 hover:bg-muted disabled:opacity-60"
      disabled={!isInteractive}
      onClick={copy}
    >
      <span aria-live="polite">{t(words[state])}</span>
      <span className="sr-only">{t("shared.copyOf", { label })}</span>
    </button>
  );
}
