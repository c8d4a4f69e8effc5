import type { SearchSettings } from "@/lib/search/protocol";
import { ChangeListener } from "./change-listener";
import { type IndexEvents, SearchIndex } from "./search-index";

/** Notices services that were deleted, which nothing announces, and announcements that got lost. */
const refreshMs = 60_000;

/** A search index that also follows changes while nobody searches. */
export class FollowedIndex {
  readonly index: SearchIndex;
  readonly #listener: ChangeListener;
  readonly #timer: NodeJS.Timeout;
  readonly #events: IndexEvents;

  constructor(settings: SearchSettings, events: IndexEvents) {
    this.#events = events;
    this.index = new SearchIndex(settings, events);
    this.#listener = new ChangeListener(settings.databaseUrl, {
      onListening: () => this.#inBackground(this.index.refresh()),
      onVersion: (serviceId, version) => this.#inBackground(this.index.noteVersion(serviceId, version)),
      onLost: (reason) => events.onLog("warn", "search_listener_lost", reason),
    });
    this.#timer = setInterval(() => this.#inBackground(this.index.refresh()), refreshMs).unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#listener.stop();
    await this.index.close();
  }

  /** What fails here is tried again by the next search. */
  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.#events.onLog("warn", "search_follow", String(error)));
  }
}
