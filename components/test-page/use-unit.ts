import { type RefObject, useLayoutEffect, useState } from "react";
import type { Rectangle } from "./scene";

/** How many units of the scene a pixel of the screen is. */
export function useUnit(element: RefObject<Element | null>, view: Rectangle): number {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const measure = () => {
      const { width, height } = watched.getBoundingClientRect();
      setSize({ width, height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  if (size.width === 0 || size.height === 0) return 1;
  return Math.max(view.width / size.width, view.height / size.height);
}
