import { externalPackages, tracedFiles } from "./lib/cli/steps/runtime-packages.mjs";

/** @type {import("next").NextConfig} */
const nextConfig = {
  output: "standalone",
  outputFileTracingRoot: import.meta.dirname,
  // One route is enough: the files of all routes are merged into one folder.
  outputFileTracingIncludes: { "/api/health/ready": tracedFiles(import.meta.dirname) },
  serverExternalPackages: externalPackages,
  poweredByHeader: false,
  compress: true,
  // The optimiser is an image decoder open to the network; pictures are decoded in one place only.
  images: { unoptimized: true },
  // A redirect would lose the body of a POST; the wires accept both spellings themselves.
  skipTrailingSlashRedirect: true,
  // npm test checks the types; a first start should not wait for that.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};

export default nextConfig;
