import { expect, it } from "vitest";
import { addImageInput } from "./input-layer";
import { OnnxGraph } from "./onnx-graph";
import { runOnnx } from "./testing/run-onnx";

const pixel = { data: Uint8Array.of(10, 20, 30), dims: [1, 1, 1, 3] } as const;

it("writes a graph of two nodes that the runtime runs", async () => {
  const graph = new OnnxGraph("two");
  const floats = graph.node("Cast", [graph.input("image", "uint8", [1, 1, 1, 3])], { to: 1 });
  graph.output("doubled", graph.node("Mul", [floats, graph.scalar(2)]));
  const { doubled } = await runOnnx(graph.toBytes(), pixel, ["doubled"]);
  expect(doubled).toEqual(Float32Array.of(20, 40, 60));
});

it("writes attributes of every kind: integer, float, text and integers", async () => {
  const graph = new OnnxGraph("attributes");
  const floats = graph.node("Cast", [graph.input("image", "uint8", [1, 1, "width", 3])], { to: 1 });
  const centred = graph.node("Sub", [floats, graph.floats(Float32Array.of(15, 25, 35), [3])]);
  const leaky = graph.node("LeakyRelu", [centred], { alpha: { float: 0.5 } });
  const swapped = graph.node("Transpose", [leaky], { perm: [0, 3, 1, 2] });
  const pooled = graph.node("MaxPool", [swapped], { kernel_shape: [1, 2], strides: [1, 2], auto_pad: "SAME_UPPER" });
  graph.output("result", graph.node("Flatten", [pooled], { axis: 1 }));
  const image = { data: Uint8Array.of(1, 2, 37, 17, 27, 35, 15, 5, 5), dims: [1, 1, 3, 3] } as const;
  const { result } = await runOnnx(graph.toBytes(), image, ["result"]);
  expect(result).toEqual(Float32Array.of(2, 0, 2, -10, 2, -15));
});

it("gives every value a name of its own and several outputs theirs", async () => {
  const graph = new OnnxGraph("outputs");
  const floats = graph.node("Cast", [graph.input("image", "uint8", [1, 1, 1, 3])], { to: 1 });
  graph.output("first", graph.node("Add", [floats, graph.scalar(1)]));
  graph.output("second", graph.node("Gather", [floats, graph.ints([2, 0])], { axis: 3 }));
  const { first, second } = await runOnnx(graph.toBytes(), pixel, ["first", "second"]);
  expect([first, second]).toEqual([Float32Array.of(11, 21, 31), Float32Array.of(30, 10)]);
});

it("gives the same bytes for the same graph", () => {
  const bytes = () => {
    const graph = new OnnxGraph("same");
    graph.output("result", graph.node("Cast", [graph.input("image", "uint8", [1, 1, 1, 3])], { to: 1 }));
    return graph.toBytes();
  };
  expect(bytes()).toEqual(bytes());
});

it.each([
  ["rgb", [0, 5, 10], [20, 30, 40]],
  ["bgr", [10, 5, 0], [40, 30, 20]],
] as const)("takes RGB bytes whatever the network wants: %s", async (channels, mean, expected) => {
  const graph = new OnnxGraph("input");
  graph.output("result", addImageInput(graph, [1, 1, 1, 3], { channels, mean, scale: 2 }));
  const { result } = await runOnnx(graph.toBytes(), pixel, ["result"]);
  expect(result).toEqual(Float32Array.from(expected));
});
