/** The sheet that the borrower reads and signs: Chinese and English, the figures, the number, the part's hash as a QR code. */

import { stepTitle } from "../../domain/check/spoken.ts";
import type { BorrowerPart, PartLine } from "../../domain/confirmation/index.ts";
import { isIsoDate } from "../../domain/dates.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { GREY, INK, Paper } from "../../platform/pdf/paper.ts";
import { drawQrCode } from "../../platform/pdf/qr-code.ts";
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
      .map(({ item, answer }) => [bothLabels(item.label, facts.chinese), String(answer.value)] as const),
  );
  drawSigning(paper, facts, say);
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
    `${bothLabels(item.label, chinese)}${about}`,
    inChinese === inEnglish ? inChinese : `${inChinese}  ${inEnglish}`,
    answer.asOf ?? "",
  ];
}

const bothLabels = (label: Readonly<Record<Language, string>>, chinese: Language) => `${label[chinese]}  ${label.en}`;

function bothDates(date: string, chinese: Language): string {
  return isIsoDate(date) ? `${dateText(chinese, date)}  ${dateText("en", date)}` : date;
}

const LINE = 26;
const CODE = 104;

/** On one page: who signs sees what they tick. */
function drawSigning(paper: Paper, facts: SheetFacts, say: Say): void {
  const { visitedOn } = facts.part;
  const [zh, en] = [translator(facts.chinese), translator("en")];
  const dated = (language: Language) => (isIsoDate(visitedOn) ? dateText(language, visitedOn) : visitedOn);
  const date = `${zh("sheet.date", { date: dated(facts.chinese) })}  ${en("sheet.date", { date: dated("en") })}`;
  paper.space(10);
  paper.drawing(268, (doc, box) => {
    doc.fontSize(9.5).fillColor(INK);
    doc.text(zh("sheet.declaration"), box.x, box.y, { width: box.width });
    doc.text(en("sheet.declaration"), box.x, doc.y + 2, { width: box.width });
    let y = doc.y + 12;
    const ruled = (label: string, from: number) => {
      doc.text(label, box.x, y, { lineBreak: false });
      doc
        .moveTo(box.x + from, y + 14)
        .lineTo(box.x + box.width - CODE - 16, y + 14)
        .lineWidth(0.6)
        .strokeColor(GREY)
        .stroke();
      y += LINE;
    };
    for (const key of ["sheet.agree", "sheet.disagree"] as const) {
      doc
        .rect(box.x, y + 1, 10, 10)
        .lineWidth(0.9)
        .strokeColor(INK)
        .stroke();
      doc.text(say(key), box.x + 18, y, { lineBreak: false });
      y += 18;
    }
    ruled("", 18);
    const codeAt = y;
    ruled(say("sheet.signer"), 170);
    ruled(say("sheet.signature"), 170);
    y += LINE;
    ruled(date, 310);
    const place = { x: box.x + box.width - CODE, y: codeAt - 8, side: CODE };
    drawQrCode(doc, qrText(facts), place);
    doc.fontSize(6.5).fillColor(INK);
    doc.text(facts.number, place.x, place.y + CODE, { width: CODE, align: "center", lineBreak: false });
    doc.text(`${say("sheet.fingerprint")}: ${facts.partHash}`, box.x, box.y + box.height - 14, { width: box.width });
  });
}
