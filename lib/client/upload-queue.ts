import { newUploadKey, type Obstacle, obstacleOf, type Sender, sendPatiently } from "./upload-tries";

export interface Upload {
  readonly id: number;
  readonly fileName: string;
  readonly subject: string;
  readonly state: "waiting" | "sending" | "done" | "failed" | "cancelled";
  /** 0..1 of the file. */
  readonly share: number;
  /** Why it failed. */
  readonly error: Error | null;
}

/** Where the files go. */
export interface UploadTarget {
  readonly id: string;
  readonly name: string;
}

interface Entry {
  readonly file: File;
  readonly key: string;
  readonly subjectId: string;
  stop: AbortController | null;
}

/** Files that are under way at a time. */
const lanesMax = 4;

/**
 * Sends files one after the other on a few lanes, and knows of each how it went. Where no file gets through, all wait
 * until the reader says that they may go on.
 */
export class UploadQueue {
  readonly #sender: Sender;
  readonly #entries = new Map<number, Entry>();
  readonly #listeners = new Set<() => void>();
  #uploads: readonly Upload[] = [];
  #obstacle: Obstacle | null = null;
  /** How often the reader has started it. */
  #starts = 0;
  #lanes = 0;
  #lastId = 0;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Another array after each change, with the same objects for what did not change. */
  readonly uploads = (): readonly Upload[] => this.#uploads;

  /** Why nothing goes on; null while it does. */
  readonly obstacle = (): Obstacle | null => this.#obstacle;

  add(files: readonly File[], target: UploadTarget): void {
    const added = files.map((file): Upload => {
      this.#lastId += 1;
      this.#entries.set(this.#lastId, { file, key: newUploadKey(), subjectId: target.id, stop: null });
      const waiting = { state: "waiting", share: 0, error: null } as const;
      return { id: this.#lastId, fileName: file.name, subject: target.name, ...waiting };
    });
    this.#start([...this.#uploads, ...added]);
  }

  /** Goes on with what waits, now that the reader has seen to the obstacle. */
  resume(): void {
    this.#start(this.#uploads);
  }

  /** Sends what failed once more; one of them, or all. */
  retry(id?: number): void {
    const again = { state: "waiting", share: 0, error: null } as const;
    const isMeant = (upload: Upload) => upload.state === "failed" && (id === undefined || upload.id === id);
    this.#start(this.#uploads.map((upload) => (isMeant(upload) ? { ...upload, ...again } : upload)));
  }

  /** Stops what is waiting or under way; one of them, or all. */
  cancel(id?: number): void {
    const isMeant = (upload: Upload) =>
      (upload.state === "waiting" || upload.state === "sending") && (id === undefined || upload.id === id);
    const meant = this.#uploads.filter(isMeant);
    this.#show(this.#uploads.map((upload) => (isMeant(upload) ? { ...upload, state: "cancelled" } : upload)));
    for (const upload of meant) this.#entries.get(upload.id)?.stop?.abort();
  }

  /** Forgets all that is over. */
  clear(): void {
    const isOver = ({ state }: Upload) => state !== "waiting" && state !== "sending";
    for (const upload of this.#uploads) if (isOver(upload)) this.#entries.delete(upload.id);
    this.#show(this.#uploads.filter((upload) => !isOver(upload)));
  }

  #start(uploads: readonly Upload[]): void {
    this.#obstacle = null;
    this.#starts += 1;
    this.#show(uploads);
    this.#fill();
  }

  #fill(): void {
    while (this.#obstacle === null && this.#lanes < lanesMax) {
      const next = this.#uploads.find(({ state }) => state === "waiting");
      if (next === undefined) return;
      this.#lanes += 1;
      this.#change(next.id, { state: "sending" });
      void this.#run(next.id).finally(() => {
        this.#lanes -= 1;
        this.#fill();
      });
    }
  }

  async #run(id: number): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    const { file, key, subjectId } = entry;
    const stop = new AbortController();
    entry.stop = stop;
    const { signal } = stop;
    const onProgress = (share: number) => this.#change(id, { share });
    const start = this.#starts;
    try {
      await sendPatiently(this.#sender, { file, key, subjectId, signal, onProgress });
      this.#change(id, { state: "done", share: 1 });
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(id, cause instanceof Error ? cause : new Error(String(cause)), start);
    }
  }

  /** A file that did not get through for no reason of its own waits again; what is told late, of before a start, is over. */
  #fail(id: number, error: Error, start: number): void {
    const obstacle = obstacleOf(error);
    if (start === this.#starts) this.#obstacle = obstacle ?? this.#obstacle;
    this.#change(id, obstacle === null ? { state: "failed", error } : { state: "waiting", share: 0 });
  }

  #change(id: number, changed: Partial<Upload>): void {
    const isGone = ({ state }: Upload) => state === "cancelled";
    this.#show(
      this.#uploads.map((upload) => (upload.id === id && !isGone(upload) ? { ...upload, ...changed } : upload)),
    );
  }

  #show(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }
}
