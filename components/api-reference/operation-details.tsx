import { useTranslate } from "@/components/language/language-provider";
import { CodeBlock } from "@/components/shared/code-block";
import type { Address } from "./build-request";
import { TryOperation } from "./try-operation";
import type { ApiOperation, JsonSchema } from "./types";

interface OperationDetailsProps extends Address {
  readonly operation: ApiOperation;
  readonly apiKey: string;
}

const schemasOf = (content: Readonly<Record<string, { readonly schema: JsonSchema }>> = {}) =>
  Object.entries(content).map(([type, { schema }]) => ({ type, text: JSON.stringify(schema, null, 2) }));

/** One operation: what it takes, a form to try it, and what it answers. */
export function OperationDetails({ method, path, operation, apiKey }: OperationDetailsProps) {
  const t = useTranslate();
  const success = Object.entries(operation.responses).find(([status]) => status.startsWith("2"));
  return (
    <details className="border-border border-t py-3">
      <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{operation.summary}</span>
        <code className="break-all font-mono text-muted-foreground text-sm">
          {method.toUpperCase()} {path}
        </code>
      </summary>
      <div className="flex flex-col gap-5 pt-4">
        {operation.description === undefined ? null : <p className="max-w-prose">{operation.description}</p>}
        <TryOperation method={method} path={path} operation={operation} apiKey={apiKey} />
        {schemasOf(operation.requestBody?.content).map(({ type, text }) => (
          <CodeBlock key={type} label={t("apiReference.takes", { type })} code={text} />
        ))}
        {schemasOf(success?.[1].content).map(({ type, text }) => (
          <CodeBlock key={type} label={t("apiReference.gives", { type })} code={text} />
        ))}
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {Object.entries(operation.responses).map(([status, { description }]) => (
            <div key={status} className="contents">
              <dt className="font-mono">{status}</dt>
              <dd>{description}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
