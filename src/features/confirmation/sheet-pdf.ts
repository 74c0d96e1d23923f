/** The sheet that the borrower reads and signs: Chinese and English, the figures, the number, the part's hash as a QR code. */

import { stepTitle } from "../../domain/check/spoken.ts";
import type { BorrowerPart, PartLine } from "../../domain/confirmation/index.ts";
import { isIsoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { Paper } from "../../platform/pdf/paper.ts";
import { dateText } from "../../texts/dates.ts";
import { type TextKey, type TextValues, translator } from "../../texts/index.ts";
import { answerText } from "../inspections/index.ts";

export interface SheetFacts {
  readonly number: string;
  readonly partHash: string;
  readonly madeAt: Date;
  readonly inspectionNumber: string;
  readonly borrowerName: string;
  readonly inspectors: readonly string[];
  readonly part: BorrowerPart;
  readonly signers: readonly string[];
  /** The script that the unit writes, beside English. */
  readonly chinese: "zh-Hans" | "zh-Hant";
}

/** In the code: whoever holds the paper can tell which part it is of. */
export function qrText({ number, partHash }: Pick<SheetFacts, "number" | "partHash">): string {
  return `afterloan:${number}:${partHash}`;
}

export async function drawSheet(facts: SheetFacts): Promise<Uint8Array> {
  const say = sayer(facts.chinese);
  const foot = say("sheet.foot", { number: facts.number, hash: facts.partHash.slice(0, 16) });
  const paper = new Paper({ title: `${say("sheet.title")} ${facts.number}`, foot, madeAt: facts.madeAt });
  paper.title(say("sheet.title"));
  paper.facts(headOf(facts, say));
  const { lines } = facts.part;
  const figures = lines.filter(({ item }) => item.type === "number");
  paper.heading(say("sheet.figures"));
  paper.table(
    [
      { title: say("sheet.item"), share: 5 },
      { title: say("sheet.figure"), share: 3, align: "right" },
      { title: say("sheet.as_of"), share: 2 },
    ],
    figures.map((line) => figureRow(line, facts.chinese)),
  );
  paper.heading(say("sheet.words"));
  paper.facts(
    lines
      .filter((line) => !figures.includes(line))
      .map(({ item, answer }) => [bothLabels(item, facts.chinese), String(answer.value)] as const),
  );
  printSigning(paper, facts, say);
  return paper.finish();
}

type Say = (key: TextKey, values?: TextValues) => string;

/** Chinese first, English beside it. */
function sayer(chinese: Language): Say {
  const [zh, en] = [translator(chinese), translator("en")];
  return (key, values) => `${zh(key, values)}  ${en(key, values)}`;
}

function headOf(facts: SheetFacts, say: Say): (readonly [string, string])[] {
  return [
    [say("sheet.number"), facts.number],
    [say("sheet.borrower"), facts.borrowerName],
    [say("sheet.inspection"), facts.inspectionNumber],
    [say("sheet.visited"), bothDates(facts.part.visitedOn, facts.chinese)],
    [say("sheet.inspectors"), facts.inspectors.join(", ")],
    [say("sheet.may_sign"), facts.signers.join(", ")],
  ];
}

function figureRow({ step, item, answer }: PartLine, chinese: Language): string[] {
  const inChinese = answerText(item, answer, chinese, translator(chinese));
  const inEnglish = answerText(item, answer, "en", translator("en"));
  const about = step.about === undefined ? "" : `\n${stepTitle({ ...step, part: { number: 1, of: 1 } }, chinese)}`;
  return [
    `${bothLabels(item, chinese)}${about}`,
    inChinese === inEnglish ? inChinese : `${inChinese}  ${inEnglish}`,
    answer.asOf ?? "",
  ];
}

/** As the borrower is asked, not the officer. */
function bothLabels({ label, borrower_label: theirs = label }: PartLine["item"], chinese: Language): string {
  return `${theirs[chinese]}  ${theirs.en}`;
}

function bothDates(date: string, chinese: Language): string {
  return isIsoDate(date) ? `${dateText(chinese, date)}  ${dateText("en", date)}` : date;
}

function printSigning(paper: Paper, facts: SheetFacts, say: Say): void {
  const { visitedOn } = facts.part;
  const [zh, en] = [translator(facts.chinese), translator("en")];
  const dated = (language: Language) => (isIsoDate(visitedOn) ? dateText(language, visitedOn) : visitedOn);
  paper.space(10);
  paper.signing({
    declarations: [zh("sheet.declaration"), en("sheet.declaration")],
    choices: [say("sheet.agree"), say("sheet.disagree")],
    signer: say("sheet.signer"),
    signature: say("sheet.signature"),
    date: `${zh("sheet.date", { date: dated(facts.chinese) })}  ${en("sheet.date", { date: dated("en") })}`,
    code: qrText(facts),
    codeSays: [zh, en].map((t) => t("sheet.code", { number: facts.number })).join("\n"),
    fingerprint: `${say("sheet.fingerprint")}: ${facts.partHash}`,
  });
}
