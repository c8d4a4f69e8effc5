/** Prints how many bare faces of LFW are called masked: `node --import tsx bench/train/measure-lfw.ts <data> <models>`. */
import { printLine } from "@/bench/print-line";
import { readPhoto } from "@/bench/read-photo";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { findMask } from "@/inference/faces/mask";
import { listPeople } from "./lfw-people";
import { locateFace } from "./locate-face";
import { openSessions } from "./open-sessions";

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const { training, heldOut } = listPeople(data);
const photos = [...training, ...heldOut];
let falseMasks = 0;
for (const photo of photos) {
  const image = await readPhoto(photo);
  const face = createFaceSubject(image, (await locateFace(image, sessions)).mesh, sessions);
  if (findMask(await face.chip()).value === "with_mask") falseMasks += 1;
}
printLine(`bare faces called masked: ${falseMasks} of ${photos.length}`);
