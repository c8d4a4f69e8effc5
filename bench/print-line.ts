/** Programs here say their results line by line on standard output; progress and complaints go to standard error. */
export function printLine(line = ""): void {
  process.stdout.write(`${line}\n`);
}
