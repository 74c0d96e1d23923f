import ts from "typescript";
import { describe, expect, it } from "vitest";
import { isTextKey, TEXTS } from "../../src/texts/index.ts";
import { callGraph } from "../house/call-graph.ts";
import { callsBelow, nodesBelow, parse, place, type Source, sources } from "../house/source.ts";

/** Keys made of stored words, which no search of the source can see. Each with who makes them. */
const MADE_OF_STORED_WORDS: readonly (readonly [pattern: RegExp, maker: string])[] = [
  [/^zone\.z[123]$/, "texts/plan-sentence.ts, for the values of a plan's parts that are words"],
];

const REFUSE = "src/domain/refusal.ts#refuse";
const ours = sources("src", "commands").filter(
  ({ path }) => !/^src\/(workspace|texts\/(?!index|plan-sentence|dates|label))/.test(path),
);
const known = callGraph(ours);

interface Said {
  readonly words: ReadonlySet<string>;
  /** `check.level.${…}`, with the hole as any words. */
  readonly patterns: readonly RegExp[];
}

function saidIn(all: readonly Source[]): Said {
  const nodes = all.flatMap(({ tree }) => nodesBelow(tree));
  return {
    words: new Set(nodes.filter(ts.isStringLiteralLike).map(({ text }) => text)),
    patterns: nodes
      .filter(ts.isTemplateExpression)
      .filter(({ head }) => /^[a-z_]+\.([a-z_]+[._])*$/.test(head.text))
      .map(({ head, templateSpans }) => {
        const rest = templateSpans.map(({ literal }) => `[\\w.-]+${escaped(literal.text)}`).join("");
        return new RegExp(`^${escaped(head.text)}${rest}$`);
      }),
  };
}

const escaped = (text: string) => text.replaceAll(".", "\\.");

/** Codes given to `refuse`, as words or as patterns; what is no literal is told by its text. */
function refusals(all: readonly Source[], graph = known) {
  return all.flatMap((source) =>
    callsBelow(source.tree)
      .filter(({ expression }) => ts.isIdentifier(expression) && graph.meant(source, expression) === REFUSE)
      .flatMap((call) =>
        call.arguments[0] === undefined ? [] : [{ at: place(source, call), code: call.arguments[0] }],
      ),
  );
}

const hasText = (code: string) => isTextKey(`refusal.${code}`) || isTextKey(code);

function unsaidRefusals(all: readonly Source[], graph = known): string[] {
  return refusals(all, graph)
    .filter(({ code }) => ts.isStringLiteral(code) && !hasText(code.text))
    .map(({ at, code }) => `${at} ${code.getText()}`);
}

const isUsed = (key: string, { words, patterns }: Said) =>
  words.has(key) ||
  (key.startsWith("refusal.") && words.has(key.slice("refusal.".length))) ||
  patterns.some((pattern) => pattern.test(key) || (key.startsWith("refusal.") && pattern.test(key.slice(8)))) ||
  MADE_OF_STORED_WORDS.some(([pattern]) => pattern.test(key));

describe("every text", () => {
  it("is used", () => {
    const said = saidIn(ours);

    expect(Object.keys(TEXTS.en).filter((key) => !isUsed(key, said))).toEqual([]);
  });

  it("that nobody uses is found", () => {
    const said = saidIn([
      parse("src/x.ts", 't("desk.title"); t(`check.level.$' + "{level}`); t(`$" + "{a} · $" + "{b}`);"),
    ]);

    expect(["desk.title", "check.level.red", "desk.tidy", "check.unit.yuan"].map((key) => isUsed(key, said))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("every refusal", () => {
  it("has a sentence", () => {
    expect(refusals(ours).length).toBeGreaterThan(40);
    expect(unsaidRefusals(ours)).toEqual([]);
  });

  it("without one is found", () => {
    const all = [
      ...ours,
      parse(
        "src/features/planted/no.ts",
        'import { refuse } from "../../domain/refusal.ts"; export const no = () => refuse("never_said");',
      ),
    ];

    expect(unsaidRefusals(all, callGraph(all))).toEqual(['src/features/planted/no.ts:1 "never_said"']);
  });

  it("whose code is made at run time leads to sentences, too", () => {
    const made = refusals(ours).filter(({ code }) => ts.isTemplateExpression(code));
    const silent = made.filter(({ code }) => {
      const { patterns } = saidIn([parse("made.ts", code.getText())]);
      return !Object.keys(TEXTS.en).some((key) =>
        patterns.some((pattern) => pattern.test(key.replace(/^refusal\./, ""))),
      );
    });

    expect(silent.map(({ at }) => at)).toEqual([]);
  });
});
