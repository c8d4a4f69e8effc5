import type { Weight } from "./read-weights";

/** Convolution weights from TensorFlow's height, width, in, out to ONNX's out, in, height, width. */
export function toOihw({ dims, data }: Weight): Weight {
  const [height = 1, width = 1, inputs = 1, outputs = 1] = dims;
  const reordered = new Float32Array(data.length);
  let from = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let i = 0; i < inputs; i += 1) {
        for (let o = 0; o < outputs; o += 1) {
          reordered[((o * inputs + i) * height + y) * width + x] = data[from] ?? 0;
          from += 1;
        }
      }
    }
  }
  return { dims: [outputs, inputs, height, width], data: reordered };
}

/** Depthwise weights from height, width, channel, multiplier to channel*multiplier, 1, height, width. */
export function toDepthwise({ dims, data }: Weight): Weight {
  const [height = 1, width = 1, channels = 1, multiplier = 1] = dims;
  return toOihw({ dims: [height, width, 1, channels * multiplier], data });
}

export function channelsOf(weight: Weight): number {
  return weight.dims[2] ?? 1;
}
