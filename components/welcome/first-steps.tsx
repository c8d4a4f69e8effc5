"use client";

import { Check } from "lucide-react";
import { useTranslate } from "@/components/language/language-provider";

const steps = [
  ["application", "welcome.application", "welcome.applicationHelp"],
  ["service", "welcome.service", "welcome.serviceHelp"],
  ["request", "welcome.request", "welcome.requestHelp"],
] as const;

/** The way from an empty server to a first answer, and how far along it the reader is. */
export function FirstSteps({ current }: { readonly current: (typeof steps)[number][0] }) {
  const t = useTranslate();
  const position = steps.findIndex(([step]) => step === current);
  return (
    <ol aria-label={t("welcome.steps")} className="flex flex-col gap-4">
      {steps.map(([step, title, help], index) => (
        <li key={step} aria-current={index === position ? "step" : undefined} className="group flex gap-3">
          <span
            aria-hidden="true"
            className="flex size-7 shrink-0 items-center justify-center rounded-full border border-input text-sm group-aria-[current=step]:border-primary group-aria-[current=step]:bg-primary group-aria-[current=step]:text-primary-foreground"
          >
            {index < position ? <Check className="size-4 text-match" /> : index + 1}
          </span>
          <span className="flex min-w-0 flex-col">
            <span className="group-aria-[current=step]:font-medium">
              {index < position ? <span className="sr-only">{`${t("welcome.done")} `}</span> : null}
              {t(title)}
            </span>
            <span className="text-muted-foreground text-sm">{t(help)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
