interface ShareMeterProps {
  readonly label: string;
  /** What the bar stands for, in words. */
  readonly text: string;
  readonly used: number;
  readonly total: number;
}

/** How much of something is used, as a bar with the numbers beside. */
export function ShareMeter({ label, text, used, total }: ShareMeterProps) {
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap justify-between gap-x-6">
        <span className="text-muted-foreground">{label}</span>
        <span className="font-medium tabular-nums">{text}</span>
      </p>
      <meter
        aria-label={label}
        aria-valuetext={text}
        min={0}
        max={total}
        value={used}
        high={total * 0.9}
        className="w-full"
      />
    </div>
  );
}
