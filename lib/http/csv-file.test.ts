import { describe, expect, it } from "vitest";
import { csvFile } from "./csv-file";

async function* batches(...items: readonly (string | null)[]) {
  yield items;
}

const textOf = (...items: readonly (string | null)[]) =>
  csvFile({ fileName: "a.csv", columns: ["text", "again"], cellsOf: (item) => [item, item] }, batches(...items)).text();

describe("a file of comma-separated values", () => {
  it("has its columns first, and is named", async () => {
    const response = csvFile({ fileName: "a.csv", columns: ["n"], cellsOf: () => ["1"] }, batches("x"));
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.csv"');
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await response.text()).toBe("n\r\n1\r\n");
  });

  it("quotes what would end a cell or a line, and leaves out what is null", async () => {
    expect(await textOf('a,"b"', "c\nd", null)).toBe('text,again\r\n"a,""b""","a,""b"""\r\n"c\nd","c\nd"\r\n,\r\n');
  });

  it.each(["=cmd@example.org", "+1", "-1", "@sum", "\tx"])("keeps a spreadsheet from running %j", async (text) => {
    expect(await textOf(text)).toBe(`text,again\r\n'${text},'${text}\r\n`);
  });
});
