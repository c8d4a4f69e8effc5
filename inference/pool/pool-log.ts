/** The part of a pino logger that the pool uses: fields first, then the sentence. */
export interface PoolLog {
  info(fields: object, sentence: string): void;
  warn(fields: object, sentence: string): void;
}

export const silentLog: PoolLog = { info: () => {}, warn: () => {} };
