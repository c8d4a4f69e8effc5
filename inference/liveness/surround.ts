import { eyeCentres } from "@/inference/faces/mesh-points";
import { type Frame, sceneSidePx } from "./frame";

/** Pixels of the scene that shifts are searched over. */
const reachPx = 8;
/** How far a face must move, in pixels of the scene, before its surround says anything. */
const moveMin = 2;
/** The ring around the face, in distances between the eyes from their middle. */
const [ringFrom, ringTo] = [1.8, 3] as const;

/**
 * -1..1: whether what lies around a face that moved stayed with the background (1) or moved along (-1), as the paper or
 * the screen around a shown face does; 0 when nothing moved.
 */
export function judgeSurround(frames: readonly Frame[]): number {
  const verdicts = frames.slice(1).map((frame, i) => judgePair(frames[i] as Frame, frame));
  const told = verdicts.filter((verdict) => verdict !== 0);
  return told.length === 0 ? 0 : told.reduce((sum, verdict) => sum + verdict, 0) / told.length;
}

function judgePair(a: Frame, b: Frame): number {
  const [from, to] = [placeOf(a), placeOf(b)];
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (a.width !== b.width || a.height !== b.height || Math.hypot(x, y) < moveMin) return 0;
  const shift = findShift(a.scene, b.scene, (px, py) => {
    const distance = Math.hypot(px - from.x, py - from.y) / from.apart;
    return distance >= ringFrom && distance <= ringTo;
  });
  if (!shift) return 0;
  // The share of the face's way that the ring went along with it.
  const along = (shift.x * x + shift.y * y) / (x * x + y * y);
  return Math.max(-1, Math.min(1, 1 - 2 * along));
}

/** The middle between the eyes and their distance, in pixels of the scene. */
function placeOf({ mesh, width, height }: Frame) {
  const [left, right] = eyeCentres(mesh);
  const scale = sceneSidePx / Math.max(width, height);
  const apart = Math.hypot(right[0] - left[0], right[1] - left[1]) * scale;
  return { x: ((left[0] + right[0]) / 2) * scale, y: ((left[1] + right[1]) / 2) * scale, apart };
}

/** The shift that makes the wanted pixels of one scene look most like the other; nothing when too few can be compared. */
function findShift(from: Uint8Array, to: Uint8Array, isWanted: (x: number, y: number) => boolean) {
  const places: (readonly [number, number])[] = [];
  for (let y = reachPx; y < sceneSidePx - reachPx; y++) {
    for (let x = reachPx; x < sceneSidePx - reachPx; x++) if (isWanted(x, y)) places.push([x, y]);
  }
  if (places.length < sceneSidePx) return undefined;
  let best = { x: 0, y: 0, cost: Number.POSITIVE_INFINITY };
  for (let y = -reachPx; y <= reachPx; y++) {
    for (let x = -reachPx; x <= reachPx; x++) {
      let cost = 0;
      for (const [px, py] of places) {
        const at = py * sceneSidePx + px;
        cost += Math.abs((from[at] as number) - (to[at + y * sceneSidePx + x] as number));
      }
      if (cost < best.cost) best = { x, y, cost };
    }
  }
  return best;
}
