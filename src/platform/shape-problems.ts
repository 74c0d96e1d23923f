/** What zod found wrong, each with its place written as people write it: `loans[0].dpd`. */
import type { z } from "zod";
import type { LineProblem } from "./json-lines.ts";

export function problemsOf(error: z.ZodError): LineProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [{ path: placeOf(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({
      path: placeOf([...issue.path, key]),
      message: "is not known here; take it out, or write it as the documentation does",
    }));
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === "number") return `${place}[${step}]`;
    return place === "" ? String(step) : `${place}.${String(step)}`;
  }, "");
}
