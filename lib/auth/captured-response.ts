/** Collects what a library for Node-style handlers answers, and turns it into a Response. */
export class CapturedResponse {
  readonly #headers = new Map<string, string | readonly string[]>();
  #status = 200;
  #body: string | null = null;

  /** Whether the answer says this word anywhere in its body. */
  says(word: string): boolean {
    return this.#body?.includes(word) ?? false;
  }

  status(status: number): this {
    this.#status = status;
    return this;
  }

  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  json(value: unknown): void {
    this.setHeader("content-type", "application/json");
    this.#body = JSON.stringify(value);
  }

  send(body: unknown): void {
    if (typeof body === "string") this.#body = body;
    else if (body !== undefined) this.json(body);
  }

  end(): void {}

  toResponse(): Response {
    const headers = new Headers();
    for (const [name, value] of this.#headers) {
      for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}
