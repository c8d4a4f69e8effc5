import type { TfContext, TfNode } from "./tf-graph";

const decode = (base64: string) => Buffer.from(base64, "base64").toString("latin1");

export function boolOf(node: TfNode, name: string): boolean {
  return node.attr[name]?.b ?? false;
}

export function textOf(node: TfNode, name: string): string {
  return decode(node.attr[name]?.s ?? "");
}

export function intsOf(node: TfNode, name: string): number[] {
  return node.attr[name]?.list?.i?.map(Number) ?? [];
}

/** What a fused node does after its main operation, in order. */
export function fusedOps(node: TfNode): string[] {
  return node.attr.fused_ops?.list?.s?.map(decode) ?? [];
}

/** The numbers of an input that must be known now: shapes, axes, paddings. */
export function constantOf(context: TfContext, input: string | undefined): number[] {
  const constant = context.constants.get(input ?? "");
  if (!constant) throw new Error(`${input} is not a constant.`);
  return Array.from(constant.data);
}
