import { expect, it, vi } from "vitest";
import { LeaveGate } from "./leave-gate";

it("lets everyone through while nothing is under way", () => {
  const [gate, go] = [new LeaveGate(), vi.fn()];
  gate.pass(go);
  expect(go).toHaveBeenCalledOnce();
  expect(gate.isAsking()).toBe(false);
});

it("asks while something is under way, and stays when told so", () => {
  const [gate, go, end, changed] = [new LeaveGate(), vi.fn(), vi.fn(), vi.fn()];
  gate.subscribe(changed);
  gate.close(end);
  gate.pass(go);
  expect(gate.isAsking()).toBe(true);
  expect(changed).toHaveBeenCalledOnce();
  gate.stay();
  expect(gate.isAsking()).toBe(false);
  expect(gate.isClosed()).toBe(true);
  expect(go).not.toHaveBeenCalled();
  expect(end).not.toHaveBeenCalled();
});

it("ends what is under way before it goes where the reader last wanted to", () => {
  const gate = new LeaveGate();
  const done: string[] = [];
  gate.close(() => done.push("ended"));
  gate.pass(() => done.push("first"));
  gate.pass(() => done.push(`second, ${gate.isClosed() ? "closed" : "open"}`));
  gate.leave();
  expect(done).toEqual(["ended", "second, open"]);
});

it("has nothing left to ask when what was under way is over", () => {
  const [gate, go] = [new LeaveGate(), vi.fn()];
  const open = gate.close(() => undefined);
  gate.pass(go);
  open();
  expect(gate.isAsking()).toBe(false);
  expect(gate.isClosed()).toBe(false);
  expect(go).not.toHaveBeenCalled();
});
