import { AppError } from "@/lib/errors/app-error";
import { route } from "@/lib/http/route";
import { anyone } from "@/lib/wire/admin/auth";
import { adminPath, adminWire, type Operation } from "@/lib/wire/admin/wire";

const refuse: Operation = (pattern) =>
  route(adminWire, {
    pattern,
    authenticate: anyone,
    read: () => undefined,
    run: () => {
      throw new AppError("not_found", "There is nothing at this path.");
    },
    serialize: () => undefined,
    duringBoot: true,
  });

/** Any path under `/api/admin` that nothing else answers: a problem as everywhere, since the client parses every body. */
export const unknownPathHandlers = adminPath("/api/admin/*", {
  GET: refuse,
  POST: refuse,
  PUT: refuse,
  PATCH: refuse,
  DELETE: refuse,
});
