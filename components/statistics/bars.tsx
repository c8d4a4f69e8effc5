import { chartSize } from "./chart-frame";

interface BarsProps {
  readonly values: readonly number[];
  /** What a bar as high as the drawing stands for; above 0. */
  readonly top: number;
  /** Class of the colour. */
  readonly colour: string;
  /** Shown when the pointer rests on a bar. */
  readonly titleOf: (index: number) => string;
}

/** One bar a value, side by side, from the bottom. */
export function Bars({ values, top, colour, titleOf }: BarsProps) {
  const step = chartSize.width / Math.max(1, values.length);
  return values.map((value, index) => {
    const height = (value / top) * chartSize.height;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time.
      <g key={index}>
        <title>{titleOf(index)}</title>
        <rect x={index * step} y={0} width={step} height={chartSize.height} className="fill-transparent" />
        <rect
          x={index * step + step * 0.1}
          y={chartSize.height - height}
          width={step * 0.8}
          height={height}
          className={colour}
        />
      </g>
    );
  });
}
