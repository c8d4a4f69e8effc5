import type { AppError } from "@/lib/errors/app-error";

/** Facts of a request that go into its log event and the metrics: numbers and tags, nothing about a person. */
export interface RequestFacts {
  readonly facesFound?: number;
  readonly modelVersions?: Readonly<Record<string, string | undefined>>;
  readonly queueMs?: number;
  /** Milliseconds per stage of the analysis. */
  readonly stagesMs?: Readonly<Record<string, number>>;
}

/** What an error answer may tell of the request it belongs to. */
export interface FailedRequest {
  readonly id: string;
  /** Without the query. */
  readonly path: string;
}

/** How one vendor's clients expect to be answered. */
export interface Wire {
  /** Short name for logs and metrics. */
  readonly name: string;
  /** Headers on every response, errors included. */
  readonly headers: Readonly<Record<string, string>>;
  /** Text of a successful answer's body and its media type. */
  readonly render: (status: number, body: unknown) => Response;
  readonly renderError: (error: AppError, request: FailedRequest) => Response;
}

/** Who asks. `serviceId` goes into the log; a public endpoint has none. */
export interface Actor {
  readonly serviceId?: string;
  /** Of the API key that came along; its requests are counted together. */
  readonly keyId?: string;
  /** Of the service: pages of other origins are refused; an empty list refuses none. */
  readonly settings?: { readonly allowedOrigins: readonly string[] };
}

export type PathParameters = Readonly<Record<string, string | string[] | undefined>>;

export interface Exchange<A extends Actor> {
  readonly request: Request;
  readonly actor: A;
  readonly params: PathParameters;
  /** As in the log and in the header `x-request-id`. */
  readonly requestId: string;
  /** Aborted when the client has gone: queued work is dropped. */
  readonly signal: AbortSignal;
}

/** One operation of a wire: who may call, what comes in, which use case runs, what goes out. */
export interface Endpoint<A extends Actor, Input, Result> {
  /** Path pattern without ids or keys, for logs and metrics. */
  readonly pattern: string;
  /** Runs before anything of the body is read; throws what the wire answers to a bad credential. */
  readonly authenticate: (request: Request) => A | Promise<A>;
  /** Runs before anything of the body is read: throws when the work on it would be refused anyway. */
  readonly admit?: () => void;
  readonly read: (exchange: Exchange<A>) => Input | Promise<Input>;
  readonly run: (input: Input, exchange: Exchange<A>) => Result | Promise<Result>;
  readonly serialize: (result: Result, input: Input, actor: A) => unknown;
  readonly facts?: (result: Result) => RequestFacts;
  /** Status of success; 200 when absent. */
  readonly status?: number;
  /** Set on endpoints that answer while the server still starts. */
  readonly duringBoot?: true;
}
