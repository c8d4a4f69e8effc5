import { openTrial } from "@/lib/domain/api-keys/service";
import type { ServiceType } from "@/lib/domain/services/types";
import { AppError } from "@/lib/errors/app-error";
import { grantRequest } from "@/lib/http/granted-scope";
import type { RouteHandler } from "@/lib/http/route";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId } from "@/lib/wire/admin/read";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** An operation of a wire that the test page may send. */
export interface TrialOperation {
  readonly serviceType: ServiceType;
  /** Of the wire's own route. */
  readonly path: string;
  readonly answer: RouteHandler;
}

function chooseOperation(operations: ReadonlyMap<string, TrialOperation>, name: unknown, type: ServiceType) {
  const found = operations.get(String(name));
  if (found?.serviceType === type) return found;
  const names = [...operations].filter(([, { serviceType }]) => serviceType === type).map(([known]) => known);
  const detail = `must be one of ${names.join(", ")}`;
  throw new AppError("invalid_request", "Some values cannot be accepted.", { fields: [{ name: "operation", detail }] });
}

/**
 * Sends pictures to a service on behalf of somebody who is signed in and may see no key: the answer is the wire's own,
 * to the byte, but for the permission to other pages to read it.
 */
export const trialPath = (operations: ReadonlyMap<string, TrialOperation>) =>
  adminPath("/api/admin/services/{serviceId}/try/{operation}", {
    POST: operation(
      {
        authenticate: signedIn,
        read: ({ request, params }) => ({
          serviceId: readId(params, "serviceId"),
          operation: params.operation,
          request,
        }),
        run: async ({ serviceId, operation: name, request }, { actor }) => {
          const scope = await openTrial({ actor, serviceId });
          const { path, answer } = chooseOperation(operations, name, scope.serviceType);
          return answer(grantRequest(request, { scope, path }));
        },
        serialize: keepToOwnPages,
      },
      { takesForms: true },
    ),
  });

function keepToOwnPages(response: Response): Response {
  for (const name of [...response.headers.keys()]) {
    if (name.startsWith("access-control-")) response.headers.delete(name);
  }
  return response;
}
