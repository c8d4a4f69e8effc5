import { z } from "zod";

const intMax = 2 ** 31 - 1;
const booleanWords: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  "1": true,
  false: false,
  off: false,
  no: false,
  "0": false,
};

interface IntegerRule {
  readonly min: number;
  readonly fallback: number;
  /** Texts for what is below the minimum and for what is no integer. */
  readonly tooSmall: string;
  readonly noInteger: string;
}

/** A whole number in a text; `fallback` when it is not given. */
export const integer = ({ min, fallback, tooSmall, noInteger }: IntegerRule) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return fallback;
      const value = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= intMax) return value;
      context.addIssue({ code: "custom", message: value < min ? tooSmall : noInteger });
      return z.NEVER;
    });

/** Yes or no in the words that the vendor takes, whatever their case. */
export const flag = (name: string, fallback: boolean) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return fallback;
      const value = Object.hasOwn(booleanWords, text.toLowerCase()) ? booleanWords[text.toLowerCase()] : undefined;
      if (value !== undefined) return value;
      context.addIssue({ code: "custom", message: `${name} should be true or false` });
      return z.NEVER;
    });
