"use client";

import { useTexts, useTranslate } from "@/components/language/language-provider";
import { Message } from "@/components/language/message";
import type { Messages } from "@/components/language/message-types";
import { Alert } from "@/components/ui/alert";
import { ProblemError } from "@/lib/client/problem";

type KnownCode = keyof Messages["problems"];

/** What went wrong, in the reader's language as far as it is known; else its kind, and beside it what the server said. */
function ProblemText({ error }: { readonly error: Error }) {
  const { language, messages, translate: t, translateSaid } = useTexts();
  const isKnown = (code: string): code is KnownCode => Object.hasOwn(messages.problems, code);
  if (error instanceof TypeError) return <p>{t("shared.unreachable")}</p>;
  const known = translateSaid(error.message);
  if (known !== null) return <p>{known}</p>;
  const code = error instanceof ProblemError ? error.problem.code : "";
  return (
    <>
      {language !== "en" && isKnown(code) ? <p>{t(`problems.${code}`)}</p> : null}
      <p lang="en">{error.message}</p>
    </>
  );
}

interface ProblemAlertProps {
  readonly error: Error;
  readonly title?: string;
}

/** Says what went wrong, with the number under which the server's log has it. */
export function ProblemAlert({ error, title }: ProblemAlertProps) {
  const t = useTranslate();
  const requestId = error instanceof ProblemError ? error.problem.requestId : undefined;
  return (
    <Alert kind="error" title={title ?? t("shared.failed")}>
      <ProblemText error={error} />
      {requestId === undefined ? null : (
        <p className="text-muted-foreground">
          <Message id="shared.request" values={{ id: <span className="break-all font-mono">{requestId}</span> }} />
        </p>
      )}
    </Alert>
  );
}
