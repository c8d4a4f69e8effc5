import { type LabelledFace, readLabelledFaces } from "@/bench/train/people-photos";
import { estimateAge } from "@/inference/faces/age";
import { estimateGender } from "@/inference/faces/gender";
import { meanText } from "./mean-text";
import type { Figure } from "./report";
import type { Section } from "./section";
import { medianText } from "./stopwatch";
import { shareText } from "./verification-metrics";

const ageBands = [0, 3, 13, 25, 45, 65, 121] as const;

/** How far ages are off and how often the answered range holds them, on `utkface/eval.csv`, by age, gender and race group. */
export const evaluateAge: Section = async ({ dataDir, sessions }) => {
  const faces = await readLabelledFaces(dataDir, "eval", sessions);
  const figures = groupsOf(faces).flatMap(([title, group]): Figure[] => {
    const estimates = group.map(({ age, looks }) => ({ age, ...estimateAge(looks) }));
    const inside = estimates.filter(({ age, low, high }) => low <= age && age <= high).length;
    return [
      {
        measure: `Mean error, ${title}`,
        result: meanText(
          estimates.map(({ age, years }) => Math.abs(age - years)),
          " years",
        ),
      },
      {
        measure: `Mean of answer minus truth, ${title}`,
        result: meanText(
          estimates.map(({ age, years }) => years - age),
          " years",
        ),
      },
      { measure: `Truth within the answered range, ${title}`, result: shareText(inside, group.length) },
    ];
  });
  return [...figures, timeFigure(faces)];
};

/** How many genders are right on `utkface/eval.csv`, by age, gender and race group. */
export const evaluateGender: Section = async ({ dataDir, sessions }) => {
  const faces = await readLabelledFaces(dataDir, "eval", sessions);
  const figures = groupsOf(faces).map(([title, group]): Figure => {
    const right = group.filter(({ gender, looks }) => estimateGender(looks).value === gender).length;
    return { measure: `Right, ${title}`, result: shareText(right, group.length) };
  });
  return [...figures, timeFigure(faces)];
};

/** Age and gender come from the same run. */
function timeFigure(faces: readonly LabelledFace[]): Figure {
  return {
    measure: "Time for one face and its mirror image, age and gender together",
    result: medianText(faces.map(({ lookMs }) => lookMs)),
  };
}

function groupsOf(faces: readonly LabelledFace[]): (readonly [title: string, group: readonly LabelledFace[]])[] {
  const where = (isMember: (face: LabelledFace) => boolean) => faces.filter(isMember);
  const bands = ageBands.slice(1).map((end, i) => [ageBands[i] as number, end - 1] as const);
  const names = (key: "gender" | "race") => [...new Set(faces.map((face) => face[key]))].toSorted();
  return [
    ["all", faces],
    ["13 years and older", where(({ age }) => age >= 13)],
    ...bands.map(([from, to]) => [`${from} to ${to} years`, where(({ age }) => age >= from && age <= to)] as const),
    ...names("gender").map((name) => [`labelled ${name}`, where(({ gender }) => gender === name)] as const),
    ...names("race").map((name) => [`labelled ${name}`, where(({ race }) => race === name)] as const),
  ];
}
