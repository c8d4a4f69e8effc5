"use client";

import { useId } from "react";
import { useTranslate } from "@/components/language/language-provider";
import { Button } from "@/components/ui/button";

interface ThresholdSliderProps {
  /** Where the service decides; null when it did not say. */
  readonly service: number | null;
  /** Where the page decides now. */
  readonly threshold: number | null;
  readonly onChange: (threshold: number | null) => void;
  readonly write: (similarity: number) => string;
}

const step = 0.001;

/** Moves the threshold of this page, so that its effect shows at once; the service keeps its own. */
export function ThresholdSlider({ service, threshold, onChange, write }: ThresholdSliderProps) {
  const t = useTranslate();
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {t("testPage.similarityThreshold")}
        {threshold === null ? null : `: ${write(threshold)}`}
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={step}
        value={threshold ?? 0}
        aria-describedby={`${id}-hint`}
        className="h-10 w-full max-w-96 accent-primary"
        onChange={({ target }) => onChange(Number(target.value))}
      />
      {service === null ? null : (
        <div id={`${id}-hint`} className="flex flex-wrap items-center gap-3 text-muted-foreground text-sm">
          {t("testPage.similarityThresholdOf", { threshold: write(service) })}
          {threshold === service ? null : (
            <Button onClick={() => onChange(null)}>{t("testPage.thresholdReset")}</Button>
          )}
        </div>
      )}
    </div>
  );
}
