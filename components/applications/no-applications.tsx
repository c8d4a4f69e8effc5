import { detectionCommand } from "@/components/services/snippets";
import { CodeBlock } from "@/components/shared/code-block";
import { EmptyState } from "@/components/shared/empty-state";
import { CreateApplication } from "./create-application";

/** The first thing that a new account sees. */
export function NoApplications({ mayCreate }: { readonly mayCreate: boolean }) {
  if (!mayCreate) {
    return (
      <EmptyState title="You are in no application yet.">
        <p>The owner of an application can add you by the e-mail address of your account.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There is no application yet.">
      <p>Create one, then a service in it. With the key of the service, programs send pictures:</p>
      <div className="w-full">
        <CodeBlock label="Command that detects faces" code={detectionCommand("<api key>")} />
      </div>
      <CreateApplication />
    </EmptyState>
  );
}
