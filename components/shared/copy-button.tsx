"use client";

import { useState } from "react";

type State = "idle" | "copied" | "failed";

const words = { idle: "Copy", copied: "Copied", failed: "Failed" } as const satisfies Record<State, string>;

/** Puts `text` on the clipboard and says whether that worked; browsers refuse it on plain HTTP to another host. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
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
      className="h-10 rounded-md border border-border bg-card px-3 text-sm transition-colors duration-150 hover:bg-muted"
      onClick={copy}
    >
      <span aria-live="polite">{words[state]}</span>
      <span className="sr-only">: {label}</span>
    </button>
  );
}
