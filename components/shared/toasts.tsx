"use client";

import { Check } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";

const shownMs = 6000;

const ToastContext = createContext<(text: string) => void>(() => {});

/** A function that tells the reader of something done, on whichever page they are by then. */
export const useToast = () => useContext(ToastContext);

/** Holds the one message that is on show. Errors do not belong here: they stay where they happened. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<{ readonly text: string } | null>(null);
  const show = useCallback((text: string) => setToast({ text }), []);
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), shownMs);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={show}>
      {children}
      <div aria-live="polite" className="pointer-events-none fixed inset-x-4 bottom-4 flex justify-center">
        {toast === null ? null : (
          <p className="flex items-center gap-2 rounded-md border border-border bg-card px-4 py-3 text-sm shadow-lg">
            <Check aria-hidden="true" className="size-4 text-match" />
            {toast.text}
          </p>
        )}
      </div>
    </ToastContext>
  );
}
