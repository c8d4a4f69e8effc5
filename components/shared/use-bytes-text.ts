import { useLanguage } from "@/components/language/language-provider";

const units = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A function that writes a number of bytes in the greatest unit of which it has one at least; a kilobyte has 1000. */
export function useBytesText(): (bytes: number) => string {
  const language = useLanguage();
  return (bytes) => {
    const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
    const unit = units[step] ?? "byte";
    const format = { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: 3 } as const;
    return new Intl.NumberFormat(language, format).format(bytes / 1000 ** step);
  };
}
