/** Text that somebody may put into a name or a note, and what a reader of Slack would see of it. */
import fc from "fast-check";
import { type Passage, type Run, readMrkdwn } from "../../../src/workspace/page/words/mrkdwn.ts";

export const HOSTILE = [
  "<!channel>",
  "<!here|everyone look>",
  "<@U000000LI>",
  "<#C000REVIEW>",
  "<!subteam^S1>",
  "<!date^1^{date}|x>",
  "<https://evil.example|your bank>",
  "https://evil.example/login",
  "www.evil.example",
  "@channel @here",
  "*bold* _quiet_ ~gone~ `code` ```block```",
  "*a* *b*",
  "__init__ _ _x",
  "> quoted",
  ">>> all quoted",
  "- item\n- item\n• item\n1. item",
  ":smile: :warning: 10:30:20",
  "&amp; &lt;!channel&gt; &",
  "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
  "bell\u0007 escape\u001b[31mred",
  "👩‍👩‍👧 𠮷野家 🏦",
  "half \ud83d and \udc00",
  "王*五* 客户*张三*已还款",
  "O'Brien & Sons <Ltd>",
  "\n\n\n",
  "   ",
  "",
  "*",
  "`",
  "_",
];

/** One hostile word, several of them, or anything else that fits into a string. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, " ", "\n", "a", "客户"), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("*", "_", "~", "`", "<", ">", "&", "!", "@", "#", ":", "|", " ", "\n", "a", "中"),
  }),
);

/** Every run that is not plain text, however deep. */
export function formatted(text: string): Run[] {
  return readMrkdwn(text).flatMap(inPassage);
}

function inPassage(passage: Passage): Run[] {
  switch (passage.kind) {
    case "line":
      return passage.runs.filter(({ kind }) => kind !== "text");
    case "pre":
      return [{ kind: "code", text: passage.text }];
    default:
      return [{ kind: "strike", runs: [{ kind: "text", text: passage.kind }] }];
  }
}

/** What a reader sees of the text, without the invisible blanks. */
export function seen(text: string): string {
  return readMrkdwn(text)
    .map((passage) => (passage.kind === "line" ? passage.runs.map(seenRun).join("") : `[${passage.kind}]`))
    .join("\n")
    .replaceAll("\u200b", "");
}

function seenRun(run: Run): string {
  return "runs" in run ? run.runs.map(seenRun).join("") : run.text;
}
