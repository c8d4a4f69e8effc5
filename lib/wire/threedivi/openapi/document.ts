import { buildDocument } from "@/lib/http/openapi/build-document";
import { failure } from "./answers";
import { operations } from "./operations";

/** The description of this wire. */
export const openApiDocument = buildDocument({
  title: "Mien, 3DiVi Image API",
  description:
    "Samples go from service to service: each takes a picture with what is known of it, and adds what it finds. Objects " +
    "that are passed in are described where their boxes say and come back with all their members; without objects all " +
    "faces are looked for, the largest first. Every path answers under /<service>/v1/process/ too. Clients that cannot " +
    "send the header x-api-key use the base address /k/<api key>.",
  tags: ["Detection", "Estimation", "Verification"],
  operations,
  failure,
});
