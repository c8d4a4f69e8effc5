import { ProtobufWriter } from "./protobuf";

/** Numbers of ONNX's `TensorProto.DataType`. */
const dataTypes = { float: 1, uint8: 2, int64: 7 } as const;
type DataType = keyof typeof dataTypes;
type Attribute = number | readonly number[] | string | { readonly float: number };
/** A dimension: a fixed size, or a name for one that the caller of the session chooses. */
export type Dimension = number | string;

const opset = 17;
const irVersion = 8;

/** Collects nodes, weights, inputs and outputs of one network and serialises them as an ONNX file. Field numbers: onnx.proto3. */
export class OnnxGraph {
  private readonly graph = new ProtobufWriter();
  private readonly name: string;
  private names = 0;

  constructor(name: string) {
    this.name = name;
  }

  input(name: string, type: DataType, dims: readonly Dimension[]): string {
    this.graph.message(11, valueInfo(name, type, dims));
    return name;
  }

  /** Marks a value as a result; its rank and sizes are left to the runtime. */
  output(name: string, from: string): void {
    if (name !== from) this.node("Identity", [from], {}, name);
    this.graph.message(12, valueInfo(name, "float", undefined));
  }

  floats(data: Float32Array, dims: readonly number[]): string {
    return this.initializer("float", dims, new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }

  /** A vector of integers, as shapes, axes and indices want it. */
  ints(values: readonly number[]): string {
    const data = BigInt64Array.from(values, BigInt);
    return this.initializer("int64", [values.length], new Uint8Array(data.buffer));
  }

  scalar(value: number): string {
    return this.floats(Float32Array.of(value), []);
  }

  /** Adds one operation with one result and returns the result's name. */
  node(
    op: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, Attribute>> = {},
    name?: string,
  ): string {
    const result = name ?? this.fresh(op);
    const node = new ProtobufWriter();
    for (const input of inputs) node.text(1, input);
    node.text(2, result).text(3, result).text(4, op);
    for (const [key, value] of Object.entries(attributes)) node.message(5, attribute(key, value));
    this.graph.message(1, node);
    return result;
  }

  toBytes(): Uint8Array {
    this.graph.text(2, this.name);
    const operators = new ProtobufWriter().text(1, "").int(2, opset);
    const model = new ProtobufWriter().int(1, irVersion).text(2, "mien");
    return model.message(7, this.graph).message(8, operators).finish();
  }

  private fresh(prefix: string): string {
    this.names += 1;
    return `${prefix}_${this.names}`;
  }

  private initializer(type: DataType, dims: readonly number[], raw: Uint8Array): string {
    const name = this.fresh("weight");
    const tensor = new ProtobufWriter();
    for (const dim of dims) tensor.int(1, dim);
    tensor.int(2, dataTypes[type]).text(8, name).bytes(9, raw);
    this.graph.message(5, tensor);
    return name;
  }
}

function valueInfo(name: string, type: DataType, dims: readonly Dimension[] | undefined): ProtobufWriter {
  const tensor = new ProtobufWriter().int(1, dataTypes[type]);
  if (dims) {
    const shape = new ProtobufWriter();
    for (const dim of dims) {
      const written = new ProtobufWriter();
      shape.message(1, typeof dim === "number" ? written.int(1, dim) : written.text(2, dim));
    }
    tensor.message(2, shape);
  }
  return new ProtobufWriter().text(1, name).message(2, new ProtobufWriter().message(1, tensor));
}

/** Numbers of `AttributeProto.AttributeType`: FLOAT 1, INT 2, STRING 3, INTS 7. */
function attribute(name: string, value: Attribute): ProtobufWriter {
  const written = new ProtobufWriter().text(1, name);
  if (typeof value === "number") return written.int(3, value).int(20, 2);
  if (typeof value === "string") return written.text(4, value).int(20, 3);
  if ("float" in value) return written.float(2, value.float).int(20, 1);
  for (const item of value) written.int(8, item);
  return written.int(20, 7);
}
