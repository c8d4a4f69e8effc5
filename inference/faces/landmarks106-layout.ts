/** Outline of the lower face in mesh points, from the left temple over the chin (the middle one) to the right temple. */
export const jawPath = [
  127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 356,
] as const;

/**
 * What each of the 106 points is: its number in the layout, then the mesh points whose middle it is. The numbers follow
 * the mark-up picture that InsightFace publishes with its 2d106 network; the mesh points were chosen by meaning.
 * Left and right as in the picture of an upright face.
 */
export const layout106 = {
  /** Numbers of the outline from the left temple over the chin (0) to the right temple. */
  contour: [
    1, 9, 10, 11, 12, 13, 14, 15, 16, 2, 3, 4, 5, 6, 7, 8, 0, 24, 23, 22, 21, 20, 19, 18, 32, 31, 30, 29, 28, 27, 26,
    25, 17,
  ],
  features: [
    // Left eye: outer corner, upper lid to the inner corner, lower lid back.
    [35, 33],
    [41, 160],
    [40, 159],
    [42, 158],
    [39, 133],
    [37, 153],
    [33, 145],
    [36, 144],
    // Left brow: outer end, upper edge, lower edge.
    [43, 70, 46],
    [48, 63],
    [49, 105],
    [51, 66],
    [50, 107],
    [44, 53],
    [45, 52],
    [47, 65],
    [46, 55],
    // Mouth, outer edge from the left corner over the upper lip and back.
    [52, 61],
    [64, 40],
    [63, 37],
    [71, 0],
    [67, 267],
    [68, 270],
    [61, 291],
    [58, 321],
    [59, 314],
    [53, 17],
    [56, 84],
    [55, 91],
    // Mouth, inner edge in the same direction.
    [65, 78],
    [66, 81],
    [62, 13],
    [70, 311],
    [69, 308],
    [57, 402],
    [60, 14],
    [54, 178],
    // Nose: bridge down to the tip.
    [72, 168],
    [73, 197],
    [74, 195],
    [86, 1],
    // Nose: left and right of the root, of the middle, outer edge of the wing.
    [75, 122],
    [81, 351],
    [76, 198],
    [82, 420],
    [77, 129],
    [83, 358],
    // Nose: lower edge from left to right.
    [78, 98],
    [79, 97],
    [80, 2],
    [85, 326],
    [84, 327],
    // Right eye: inner corner, upper lid to the outer corner, lower lid back.
    [89, 362],
    [95, 385],
    [94, 386],
    [96, 387],
    [93, 263],
    [91, 373],
    [87, 374],
    [90, 380],
    // Right brow: inner end, upper edge, outer end, lower edge.
    [102, 336],
    [103, 296],
    [104, 334],
    [105, 293],
    [101, 300, 276],
    [97, 285],
    [98, 295],
    [99, 282],
    [100, 283],
  ],
  /** The layout has two points each that sit on the middle of the left and of the right eye. */
  eyeCentres: [
    [34, 38],
    [88, 92],
  ],
} as const satisfies {
  readonly contour: readonly number[];
  readonly features: readonly (readonly [number, ...number[]])[];
  readonly eyeCentres: readonly (readonly number[])[];
};
