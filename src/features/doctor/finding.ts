/** What a check found, and the words for it. */
import type { FileProblem } from "../../platform/yaml-file.ts";
import type { TextKey, TextValues } from "../../texts/index.ts";

type After<Prefix extends string, Key> = Key extends `${Prefix}${infer Rest}` ? Rest : never;

export type CheckName = After<"doctor.check.", TextKey>;
export type FoundCode = After<"doctor.found.", TextKey>;
/** Codes that come with a remedy: only those may be a warning or a fault. */
type Mendable = FoundCode & After<"doctor.remedy.", TextKey>;

export interface Finding {
  readonly level: "ok" | "warn" | "fail";
  readonly code: FoundCode;
  /** No secret, and of an address only host and name. */
  readonly values: TextValues;
  /** The first problem of a file, for the words to say as `problem`. */
  readonly first?: FileProblem;
}

export const ok = (code: FoundCode, values: TextValues = {}): Finding => ({ level: "ok", code, values });
export const warn = (code: Mendable, values: TextValues = {}): Finding => ({ level: "warn", code, values });
export const fail = (code: Mendable, values: TextValues = {}): Finding => ({ level: "fail", code, values });

/** A file with problems, of which there is at least one. */
export const unsound = (code: Mendable, problems: readonly FileProblem[], values: TextValues = {}): Finding => {
  const [first] = problems;
  return { ...fail(code, values), ...(first === undefined ? {} : { first }) };
};

const NAMED = 8;

/** A few of them by name; what is left is counted by `count` beside it. */
export function some(names: readonly string[]): string {
  return names.length > NAMED ? `${names.slice(0, NAMED).join(", ")} …` : names.join(", ");
}
