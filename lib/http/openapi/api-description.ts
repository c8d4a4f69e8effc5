import type { z } from "zod";

export interface ApiFailure {
  readonly status: number;
  /** Body of the answer. */
  readonly example: Readonly<Record<string, unknown>>;
  /** When it is given, in a few words; often the answer's own. */
  readonly when: string;
}

export interface ApiOperation {
  readonly operationId: string;
  /** One of the API's. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly query?: z.ZodObject | undefined;
  /** What a request holds, by media type. */
  readonly body?: Readonly<Record<string, z.ZodType>> | undefined;
  /** 200 when absent. */
  readonly status?: number | undefined;
  /** Bytes of a picture when absent. */
  readonly answer?: z.ZodType | undefined;
  /** Media type of an answer that is neither JSON nor a picture. */
  readonly media?: string | undefined;
  readonly failures: readonly ApiFailure[];
  /** Set where no key is needed. */
  readonly isOpen?: boolean;
  readonly takesIdempotencyKey?: true | undefined;
}

/** One vendor's API in the words of its wire. */
export interface ApiDescription {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** By `<METHOD> <path>`, values of the path in braces. */
  readonly operations: Readonly<Record<string, ApiOperation>>;
  /** Values in paths; text when not told. */
  readonly pathParameters?: Readonly<Record<string, z.ZodType>>;
  /** Shape of every failure. */
  readonly failure: z.ZodType;
  /** Media type of every failure; that of JSON when absent. */
  readonly failureMedia?: string;
}
