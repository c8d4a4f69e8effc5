import { chartSize } from "./chart-frame";

interface Bar {
  /** What it stands for, such as its time: no two have the same. */
  readonly key: string;
  readonly value: number;
  /** Shown when the pointer rests on it. */
  readonly title: string;
}

interface BarsProps {
  readonly bars: readonly Bar[];
  /** What a bar as high as the drawing stands for; above 0. */
  readonly top: number;
  /** Class of the colour. */
  readonly colour: string;
}

/** One bar a value, side by side, from the bottom. */
export function Bars({ bars, top, colour }: BarsProps) {
  const step = chartSize.width / Math.max(1, bars.length);
  return bars.map(({ key, value, title }, index) => {
    const height = (value / top) * chartSize.height;
    return (
      <g key={key}>
        <title>{title}</title>
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
