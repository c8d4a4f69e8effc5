"use client";

import encodeQR from "qr";

interface QrCodeProps {
  readonly text: string;
  /** What it is, for readers who do not see it. */
  readonly label: string;
}

/** One square of the path for each dark module, in units of a module. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
}

/** A QR code, black on white in every theme: many cameras do not read the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="size-52 rounded-md bg-white fill-black"
    >
      <path d={pathOf(modules)} />
    </svg>
  );
}
