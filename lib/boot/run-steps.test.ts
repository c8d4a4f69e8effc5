import { describe, expect, it } from "vitest";
import { bootSteps, readiness } from "@/lib/observability/readiness";
import { BootError, runSteps, type StepActions } from "./run-steps";

const never = () => false;

function actions(run: (step: string) => void): StepActions {
  return Object.fromEntries(bootSteps.map((step) => [step, () => run(step)])) as unknown as StepActions;
}

describe("boot steps", () => {
  it("run in their order and make the server ready", async () => {
    const ran: string[] = [];
    await runSteps(
      actions((step) => void ran.push(step)),
      never,
    );
    expect(ran).toEqual([...bootSteps]);
    expect(readiness.status()).toBe("ready");
  });

  it("stop at the first failure, which is named with one line", async () => {
    const ran: string[] = [];
    const failing = actions((step) => {
      ran.push(step);
      if (step === "migrations") throw new Error("\nInvalid call:\n\n  no such server");
    });
    const failure = await runSteps(failing, never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BootError);
    expect(failure).toMatchObject({ step: "migrations", message: "Invalid call: no such server" });
    expect(ran).toEqual(["config", "database", "migrations"]);
    expect(readiness.status()).toBe("failed");
  });

  it("begin nothing new once the server is told to stop", async () => {
    const ran: string[] = [];
    await runSteps(
      actions((step) => void ran.push(step)),
      () => ran.length === 2,
    );
    expect(ran).toEqual(["config", "database"]);
  });
});
