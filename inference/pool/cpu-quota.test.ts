import { expect, test } from "vitest";
import {
  countCores,
  listAncestors,
  parseCfsQuota,
  parseCgroupPaths,
  parseCpuMax,
  readAllowedCores,
} from "@/inference/pool/cpu-quota";

test("reads cpu.max of cgroup v2 in cores, fractions included", () => {
  expect(parseCpuMax("200000 100000\n")).toBe(2);
  expect(parseCpuMax("50000 100000\n")).toBe(0.5);
});

test("takes an unlimited or unreadable quota for no limit", () => {
  expect(parseCpuMax("max 100000\n")).toBe(Number.POSITIVE_INFINITY);
  expect(parseCpuMax("")).toBe(Number.POSITIVE_INFINITY);
  expect(parseCfsQuota("-1\n", "100000\n")).toBe(Number.POSITIVE_INFINITY);
  expect(parseCfsQuota("", "")).toBe(Number.POSITIVE_INFINITY);
});

test("reads the quota of cgroup v1 in cores", () => {
  expect(parseCfsQuota("150000\n", "100000\n")).toBe(1.5);
});

test("finds the groups of a hybrid hierarchy, whatever the cpu controller is mounted with", () => {
  const text = "9:name=systemd:/\n4:cpu,cpuacct:/docker/abc\n3:cpuset:/x\n0::/system.slice/a.service\n";
  expect(parseCgroupPaths(text)).toEqual({ v2: "/system.slice/a.service", v1Cpu: "/docker/abc" });
  expect(parseCgroupPaths("")).toEqual({});
});

test("counts the limits of parent groups too", () => {
  expect(listAncestors("/a/b")).toEqual(["/a/b", "/a", "/"]);
  expect(listAncestors("/")).toEqual(["/"]);
});

test("leaves whole cores, never fewer than one, never more than there are", () => {
  expect(countCores(1.9, 8)).toBe(1);
  expect(countCores(0.25, 8)).toBe(1);
  expect(countCores(Number.POSITIVE_INFINITY, 3)).toBe(3);
  expect(countCores(16, 4)).toBe(4);
});

test("gives a usable count on this machine", () => {
  expect(readAllowedCores()).toBeGreaterThanOrEqual(1);
});
