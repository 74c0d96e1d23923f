/** A question a line, an answer a line: for programs that are fed through a pipe. A line that cannot be read stops none after it. */
import { createInterface } from "node:readline";

/** EX_DATAERR: some line could not be read. */
const BAD_DATA = 65;

/** What is wrong with a line, where in it, and what to write instead. */
export interface LineProblem {
  readonly path: string;
  readonly message: string;
}

export type Answered = { readonly answer: object } | { readonly problems: readonly LineProblem[] };

/** Empty lines are passed over. Answers the exit code: 0, or 65 where a line was not what it should be. */
export async function answerLines(
  input: NodeJS.ReadableStream,
  write: (line: string) => unknown,
  shape: string,
  answer: (read: unknown) => Answered,
): Promise<number> {
  let [at, exitCode] = [0, 0];
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    at += 1;
    if (text.trim() === "") continue;
    const read = parsed(text);
    const answered = read === undefined ? notJson(shape) : answer(read.value);
    if ("problems" in answered) exitCode = BAD_DATA;
    await write(JSON.stringify("answer" in answered ? answered.answer : failure(at, answered.problems)));
  }
  return exitCode;
}

/** Writes to a pipe no faster than it is read. */
export function linesTo(output: NodeJS.WritableStream): (line: string) => Promise<void> {
  return (line) =>
    new Promise((resolve, reject) => {
      output.write(`${line}\n`, (failed) => (failed ? reject(failed) : resolve()));
    });
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const notJson = (shape: string): Answered => ({
  problems: [{ path: "", message: `not JSON; write one object a line, with ${shape}` }],
});

function failure(line: number, problems: readonly LineProblem[]): object {
  const said = problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  return { error: `line ${line}: ${said}` };
}
