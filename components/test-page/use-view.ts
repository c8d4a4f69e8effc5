import { useState } from "react";
import type { Rectangle } from "./scene";

const zoomMax = 16;
/** One step nearer. */
export const zoomStep = 1.5;

interface Size {
  readonly width: number;
  readonly height: number;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

interface View {
  readonly zoom: number;
  /** Middle of the part on show, as shares of the scene. */
  readonly x: number;
  readonly y: number;
}

const whole: View = { zoom: 1, x: 0.5, y: 0.5 };

/** Keeps the part on show within the scene. */
function within({ zoom, x, y }: View): View {
  const half = 0.5 / zoom;
  return { zoom, x: clamp(x, half, 1 - half), y: clamp(y, half, 1 - half) };
}

/** The part of a scene that is on show, and what changes it. */
export function useView({ width, height }: Size) {
  const [view, setView] = useState(whole);
  const { zoom, x, y } = view;
  const rectangle: Rectangle = {
    x: (x - 0.5 / zoom) * width,
    y: (y - 0.5 / zoom) * height,
    width: width / zoom,
    height: height / zoom,
  };
  return {
    rectangle,
    isWhole: zoom === 1,
    isNearest: zoom === zoomMax,
    zoomBy: (factor: number) => setView((last) => within({ ...last, zoom: clamp(last.zoom * factor, 1, zoomMax) })),
    /** By units of the scene. */
    moveBy: (right: number, down: number) =>
      setView((last) => within({ ...last, x: last.x + right / width, y: last.y + down / height })),
    fit: () => setView(whole),
  };
}
