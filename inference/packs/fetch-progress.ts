/** How far the download of one file is. */
export interface FetchProgress {
  readonly fileName: string;
  /** There so far. */
  readonly bytes: number;
  readonly of: number;
}

/** Reports the first bytes of each file, then each `stepBytes`, and its end; every byte would fill a log. */
export function reportEvery(stepBytes: number, report: (progress: FetchProgress) => void) {
  let next = 0;
  return (progress: FetchProgress): void => {
    const { bytes, of } = progress;
    if (bytes < next && bytes < of) return;
    next = bytes < of ? bytes + stepBytes : 0;
    report(progress);
  };
}
