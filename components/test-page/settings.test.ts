import { expect, it } from "vitest";
import { operationsOf } from "./operations";
import { initialSettings, queryOf } from "./settings";

const operationNamed = (name: string) => {
  const types = ["RECOGNITION", "DETECTION", "VERIFICATION", "QUALITY"] as const;
  return types.flatMap(operationsOf).find((operation) => operation.name === name)!;
};

it("sends each parameter that an operation has and that is set, plugins in one order", () => {
  const settings = { ...initialSettings, face_plugins: ["pose", "decision", "age"] as const, prediction_count: "2" };
  expect(queryOf(settings, operationNamed("recognize"))).toBe(
    "prediction_count=2&limit=0&face_plugins=decision,age,pose&status=true&detect_faces=true",
  );
  expect(queryOf(settings, operationNamed("detect"))).toBe("limit=0&face_plugins=age,pose&status=true");
  expect(queryOf(settings, operationNamed("assess"))).toBe("");
});

it("escapes what was typed, so that it stays one value", () => {
  const settings = { ...initialSettings, det_prob_threshold: '0.5&limit=9"' };
  expect(queryOf(settings, operationNamed("verify"))).toContain("&det_prob_threshold=0.5%26limit%3D9%22&");
});
