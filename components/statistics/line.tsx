import { chartSize } from "./chart-frame";

interface LineProps {
  /** Null where there is no value: the line breaks off. */
  readonly values: readonly (number | null)[];
  /** What the top of the drawing stands for; above 0. */
  readonly top: number;
  /** Class of the colour. */
  readonly colour: string;
  readonly dashed?: boolean;
}

/** Moves to a point after a gap, draws a line to it otherwise; a point alone is drawn as a dot. */
function pathOf(values: LineProps["values"], top: number): string {
  const step = chartSize.width / Math.max(1, values.length);
  return values
    .map((value, index) => {
      if (value === null) return "";
      const point = `${(index + 0.5) * step} ${chartSize.height - (value / top) * chartSize.height}`;
      return typeof values[index - 1] === "number" ? `L ${point}` : `M ${point} h 0.01`;
    })
    .join(" ");
}

/** A line over the middles of the periods. */
export function Line({ values, top, colour, dashed = false }: LineProps) {
  return (
    <path
      d={pathOf(values, top)}
      className={`fill-none ${colour}`}
      strokeWidth={2}
      strokeLinecap="round"
      strokeDasharray={dashed ? "6 5" : undefined}
      // The drawing is stretched; its lines are not.
      vectorEffect="non-scaling-stroke"
    />
  );
}
