/** What several pictures of one moment say together. */
export interface SeriesVerdict {
  /** 0..1 that a living face stood before the camera; a hint, not a certified test. */
  readonly probability: number;
  /** Whether all pictures show one person; probability is 0.1 at most when not. */
  readonly isSamePerson: boolean;
  /** Whether all pictures are one and the same picture; probability is 0.4 at most when so. */
  readonly isSamePicture: boolean;
  /** Places of the pictures without a face; when there are any, nothing was compared and probability is 0. */
  readonly faceless: readonly number[];
}
