import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
} from "react";
import { type useView, zoomStep } from "./use-view";

/** Share of the part on show by which an arrow key moves. */
const keyStep = 0.15;

interface Controlled {
  readonly view: ReturnType<typeof useView>;
  /** Units of the scene in a pixel of the screen. */
  readonly unit: number;
  /** Told of the face under the pointer, or of none. */
  readonly onPoint: (number: number | null) => void;
  readonly onChoose: (number: number) => void;
}

function numberAt({ target }: { readonly target: EventTarget }): number | null {
  const mark = target instanceof Element ? target.closest("[data-face]") : null;
  return mark === null ? null : Number(mark.getAttribute("data-face"));
}

/** What pointer, wheel and keys do on the picture: zoom, move, point at faces. */
export function useStageControls(svg: RefObject<Element | null>, { view, unit, onPoint, onChoose }: Controlled) {
  const zoom = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    view.zoomBy(event.deltaY < 0 ? zoomStep : 1 / zoomStep);
  });
  useEffect(() => {
    const element = svg.current;
    const listen = (event: Event) => zoom(event as WheelEvent);
    // React listens passively, and then the browser would zoom the whole page.
    element?.addEventListener("wheel", listen, { passive: false });
    return () => element?.removeEventListener("wheel", listen);
  }, [svg]);

  const { width, height } = view.rectangle;
  const keys: Readonly<Record<string, () => void>> = {
    "+": () => view.zoomBy(zoomStep),
    "-": () => view.zoomBy(1 / zoomStep),
    ArrowLeft: () => view.moveBy(-keyStep * width, 0),
    ArrowRight: () => view.moveBy(keyStep * width, 0),
    ArrowUp: () => view.moveBy(0, -keyStep * height),
    ArrowDown: () => view.moveBy(0, keyStep * height),
  };
  return {
    onPointerMove: (event: PointerEvent) => {
      if (event.buttons === 1 && !view.isWhole) view.moveBy(-event.movementX * unit, -event.movementY * unit);
      onPoint(numberAt(event));
    },
    onPointerLeave: () => onPoint(null),
    onClick: (event: MouseEvent) => {
      const number = numberAt(event);
      if (number !== null) onChoose(number);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const press = keys[event.key];
      if (press === undefined) return;
      event.preventDefault();
      press();
    },
  };
}
