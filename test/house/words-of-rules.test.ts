/** A rule of a file's schema says no sentence: it names a code, and the words are the reader's. */
import ts from "typescript";
import { expect, it } from "vitest";
import { callsBelow, nodesBelow, parse, place, type Source, sources } from "./source.ts";

/** China's days come with a package: nobody mends that file. Rows of facts name a FactReason, which their own tests put into words. */
const SCHEMAS = sources("src/domain", "src/platform/calendars", "src/features/portfolio/mapping").filter(
  ({ path }) => path !== "src/platform/calendars/china.ts" && !path.startsWith("src/domain/facts/"),
);

/** Of zod; each takes what is said as its last argument. */
const SAYS = ["regex", "refine", "addIssue"];
const isIso = (called: ts.Expression) => /\bz\.iso\.\w+$/.test(called.getText());

function rulesIn(source: Source): ts.CallExpression[] {
  return callsBelow(source.tree).filter(
    ({ expression }) =>
      ts.isPropertyAccessExpression(expression) && (SAYS.includes(expression.name.text) || isIso(expression)),
  );
}

/** By `breaks`, or handed on by a name whose type is what `breaks` gives. */
function isCoded(rule: ts.CallExpression): boolean {
  const said = rule.arguments.at(-1);
  if (said === undefined) return false;
  if (ts.isIdentifier(said)) return (rule.expression as ts.PropertyAccessExpression).name.text === "addIssue";
  const spread = ts.isObjectLiteralExpression(said) ? nodesBelow(said).filter(ts.isSpreadAssignment) : [];
  return [said, ...spread.map(({ expression }) => expression)].some(
    (one) => ts.isCallExpression(one) && one.expression.getText() === "breaks",
  );
}

const wordless = (source: Source) =>
  rulesIn(source)
    .filter((rule) => !isCoded(rule))
    .map((rule) => place(source, rule));

it("every rule names a code", () => {
  expect(SCHEMAS.flatMap(rulesIn).length).toBeGreaterThan(30);
  expect(SCHEMAS.flatMap(wordless)).toEqual([]);
});

it.each([
  'z.string().regex(/a/u, "is an a")',
  "z.string().regex(/a/u)",
  'z.string().refine(isA, { error: "is an a" })',
  'ctx.addIssue({ code: "custom", message: "is an a" })',
  "z.iso.date()",
])("%s would be found", (rule) => {
  expect(wordless(parse("src/domain/planted.ts", rule))).toEqual(["src/domain/planted.ts:1"]);
});
