/** Of labels on a picture, in pixels of the screen. */
export const labelFont = { size: 13, weight: 600, family: "ui-sans-serif, system-ui, sans-serif" } as const;

let context: CanvasRenderingContext2D | null = null;

/** Width of a label's text in pixels of the screen. */
export function measureText(text: string): number {
  context ??= document.createElement("canvas").getContext("2d");
  if (context === null) return text.length * labelFont.size;
  context.font = `${labelFont.weight} ${labelFont.size}px ${labelFont.family}`;
  return context.measureText(text).width;
}
