import type { ReactNode } from "react";

/** Size of the drawing; it is stretched to the width of the page. */
export const chartSize = { width: 600, height: 140 } as const;

interface ChartFrameProps {
  readonly title: string;
  /** What the drawing shows, in words. */
  readonly description: string;
  /** What the top of the drawing stands for. */
  readonly top: string;
  /** Below its left and right end. */
  readonly ends: readonly [string, string];
  readonly legend?: ReactNode;
  readonly children: ReactNode;
}

/** A drawing with its scales around it: text within would be stretched too. */
export function ChartFrame({ title, description, top, ends, legend, children }: ChartFrameProps) {
  return (
    <figure className="flex min-w-0 flex-col gap-1">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium text-sm">{title}</span>
        {legend}
      </figcaption>
      <p className="text-muted-foreground text-xs">{top}</p>
      <svg
        role="img"
        aria-label={description}
        viewBox={`0 0 ${chartSize.width} ${chartSize.height}`}
        preserveAspectRatio="none"
        className="h-36 w-full border-border border-y"
      >
        {children}
      </svg>
      <p className="flex justify-between text-muted-foreground text-xs">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </figure>
  );
}
