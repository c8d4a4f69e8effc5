import type { Metadata } from "next";
import { ApiPage } from "./api-page";

export const metadata: Metadata = { title: "API" };

/** The API that most clients speak. */
export default function FirstApiPage() {
  return <ApiPage wire="compreface" />;
}
