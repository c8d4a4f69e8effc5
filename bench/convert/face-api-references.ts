import type { NetworkId } from "@/inference/models/registry";
import type { FaceApi } from "./face-api";
import { imageTensor, type Reference } from "./reference";
import type { Tensor, TensorFlow } from "./tensorflow";

type FaceApiNetwork = Extract<NetworkId, "ssd" | "landmarks68" | "recognition" | "ageGender" | "expression">;

/** The networks of face-api, run by its own classes. */
export function faceApiReferences(tf: TensorFlow, faceApi: FaceApi): Record<FaceApiNetwork, Reference> {
  const { nets, NetInput } = faceApi;
  const reference = (
    run: (input: unknown) => Record<string, Tensor>,
    prepare = unchanged,
  ): Omit<Reference, "outputs"> => ({
    run: (image) =>
      tf.tidy(() => {
        const results = run(new NetInput([prepare(imageTensor(tf, image), tf)]));
        return Object.fromEntries(Object.entries(results).map(([name, tensor]) => [name, tensor.dataSync()]));
      }),
  });
  const landmarks = reference((input) => ({ landmarks: nets.faceLandmark68Net.forwardInput(input) }));
  const descriptor = reference((input) => ({ descriptor: nets.faceRecognitionNet.forwardInput(input) }), toDlibScale);
  const expressions = reference((input) => ({ expressions: nets.faceExpressionNet.forwardInput(input) }));
  const ageGender = reference((input) => ({ ...nets.ageGenderNet.forwardInput(input) }));
  return {
    ssd: ssdReference(tf, faceApi),
    landmarks68: { outputs: ["landmarks"], ...landmarks },
    recognition: { outputs: ["descriptor"], ...descriptor },
    ageGender: { outputs: ["age", "gender"], ...ageGender },
    expression: { outputs: ["expressions"], ...expressions },
  };
}

const unchanged = (image: Tensor, _tf: TensorFlow) => image;

/** face-api divides by 255 after taking the mean off, dlib and the converted network by 256; this evens it out. */
function toDlibScale(image: Tensor, tf: TensorFlow): Tensor {
  const mean = tf.tensor(Float32Array.of(122.782, 117.001, 104.298), [3]);
  return image
    .sub(mean)
    .mul(255 / 256)
    .add(mean);
}

/** face-api returns finished boxes; they are taken back to the offsets from its own anchors, which the converted network gives. */
function ssdReference(tf: TensorFlow, { nets, NetInput }: FaceApi): Reference {
  const anchors = nets.ssdMobilenetv1.params.output_layer.extra_dim.dataSync();
  return {
    outputs: ["scores", "offsets"],
    run: (image) =>
      tf.tidy(() => {
        const { boxes, scores } = nets.ssdMobilenetv1.forwardInput(new NetInput([imageTensor(tf, image)]));
        const [box, score] = [boxes[0], scores[0]];
        if (!box || !score) throw new Error("SSD gave nothing.");
        return { scores: score.dataSync(), offsets: toOffsets(box.dataSync(), anchors) };
      }),
  };
}

/** Boxes and anchors are y0, x0, y1, x1 as fractions of the picture; offsets as the network predicts them. */
function toOffsets(boxes: Float32Array, anchors: Float32Array): Float32Array {
  const offsets = new Float32Array(boxes.length);
  for (let at = 0; at < boxes.length; at += 4) {
    for (const axis of [0, 1]) {
      const [low, high] = [boxes[at + axis] ?? 0, boxes[at + axis + 2] ?? 0];
      const [anchorLow, anchorHigh] = [anchors[at + axis] ?? 0, anchors[at + axis + 2] ?? 0];
      const size = anchorHigh - anchorLow;
      offsets[at + axis] = ((low + high - anchorLow - anchorHigh) / 2 / size) * 10;
      offsets[at + axis + 2] = Math.log((high - low) / size) * 5;
    }
  }
  return offsets;
}
