"use client";

import { firstRequest } from "@/components/services/snippets";
import { CodeBlock } from "@/components/shared/code-block";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ServiceType } from "@/lib/domain/services/types";

interface NewKeyProps {
  readonly apiKey: string;
  readonly serviceType: ServiceType;
  readonly onDone: () => void;
}

/** A key that the server has just told, with a request that uses it. */
export function NewKey({ apiKey, serviceType, onDone }: NewKeyProps) {
  const request = firstRequest[serviceType];
  return (
    <div className="flex flex-col gap-4">
      <Alert kind="note" title="This is the key.">
        <p>Whoever has it can use the service. Put it where your program keeps its secrets.</p>
      </Alert>
      <CodeBlock label="API key" code={apiKey} />
      {request === null ? null : (
        <>
          <p>A first request:</p>
          <CodeBlock label="Command with this key" code={request(apiKey)} />
        </>
      )}
      <div>
        <Button look="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
