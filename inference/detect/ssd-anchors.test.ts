import { describe, expect, it } from "vitest";
import { ssdAnchors } from "./ssd-anchors";

describe("ssdAnchors", () => {
  it("gives one anchor per output of the network for its own size", () => {
    expect(ssdAnchors(512, 512).length).toBe(5118 * 4);
  });

  it("starts with a square of a tenth of the side in the middle of the first cell", () => {
    const [y, x, height, width] = ssdAnchors(512, 512);
    expect([y, x]).toEqual([8, 8]);
    expect(height).toBeCloseTo(51.2, 3);
    expect(width).toBeCloseTo(51.2, 3);
  });

  it("ends with the widest shape of the last layer, reaching beyond the picture", () => {
    const [y, x, height, width] = ssdAnchors(512, 512).slice(-4);
    expect([y, x]).toEqual([256, 256]);
    // The values that the trained network stores for its last anchor.
    expect(height).toBeCloseTo(842.5, 1);
    expect(width).toBeCloseTo(280.8, 1);
  });

  it("keeps the pixel sizes of the boxes for pictures of other sizes", () => {
    const first = ssdAnchors(640, 480).slice(0, 12);
    expect([...first]).toEqual([...ssdAnchors(512, 512).slice(0, 12)]);
  });

  it("halves odd maps upwards, as the network's padding does", () => {
    // 96 pixels: maps of 6, 3, 2, 1, 1, 1 cells a side with 3 anchors in the first and 6 in the others.
    expect(ssdAnchors(96, 96).length).toBe((36 * 3 + (9 + 4 + 1 + 1 + 1) * 6) * 4);
  });
});
