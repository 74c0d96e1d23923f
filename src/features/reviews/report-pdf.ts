/** The finished report on paper, for a reader without Slack: figures, charts, evidence, what the gate noticed, who decided, the hash. */
import { isIsoDate } from "../../domain/dates.ts";
import { Paper } from "../../platform/pdf/paper.ts";
import { printPieces } from "../../platform/pdf/print-pieces.ts";
import { dateText, momentText } from "../../texts/dates.ts";
import { reportPieces } from "../confirmation/index.ts";
import { answerText } from "../inspections/index.ts";
import { measurePieces } from "../measures/index.ts";
import type { Reader } from "../review-queue/index.ts";
import { sectionsOf } from "./answer-pages.ts";
import { headPieces, unreviewedPieces } from "./head-pieces.ts";
import { loanPieces } from "./loan-pieces.ts";
import { newsPieces } from "./news-pieces.ts";
import type { RatioHistory } from "./ratio-history.ts";
import { answerCells, itemNamed, labelOf, titleOf } from "./report-lines.ts";
import type { ReportSheet } from "./report-sheet.ts";
import type { EvidenceFile } from "./store.ts";

export interface PrintFacts {
  readonly histories: readonly RatioHistory[];
  readonly decisions: readonly Decision[];
  /** The signed sheet included. */
  readonly evidence: readonly EvidenceFile[];
  readonly policyHash: string;
  readonly printedFor: string;
  readonly printedAt: Date;
}

export interface Decision {
  readonly revision: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  /** In words; empty while nobody decided. */
  readonly outcome: string;
  readonly note: string;
}

const COLOURS = { yellow: "#b8860b", orange: "#d2691e", red: "#c0392b" };

export async function drawReport(sheet: ReportSheet, facts: PrintFacts, reader: Reader): Promise<Uint8Array> {
  const { t, language, timeZone } = reader;
  const { number, report } = sheet.case;
  const hash = report.contentHash.slice(0, 16);
  const printed = { name: facts.printedFor, moment: momentText(language, facts.printedAt, timeZone) };
  const paper = new Paper({
    title: t("print.title", { number }),
    foot: t("print.foot", { number, hash, ...printed }),
    madeAt: facts.printedAt,
  });
  paper.title(t("print.title", { number }));
  printPieces(paper, [...headPieces(sheet, reader), ...unreviewedPieces(sheet, reader)]);
  printPieces(paper, loanPieces(sheet, reader));
  printPieces(paper, reportPieces(sheet.confirmation, [], reader));
  printPieces(paper, newsPieces(sheet, reader));
  printPieces(paper, measurePieces(reader, sheet.measures));
  printCharts(paper, facts.histories, reader);
  printAnswers(paper, sheet, reader);
  printEvidence(paper, sheet, facts, reader);
  printDecisions(paper, facts, reader);
  printProof(paper, sheet, facts, reader);
  return paper.finish();
}

function printCharts(paper: Paper, histories: readonly RatioHistory[], { t, language }: Reader): void {
  paper.heading(t("print.ratios"));
  if (histories.length === 0) {
    paper.quiet(t("print.no_history"));
  }
  paper.charts(
    histories.map(({ item, points, limits }) => {
      const text = (value: string) => answerText(item, { value }, language, t);
      return {
        title: item.label[language],
        points: points.map(({ visitedOn, value }) => ({ label: visitedOn, value: Number(value), text: text(value) })),
        limits: limits.map(({ level, value }) => ({ value: Number(value), text: text(value), colour: COLOURS[level] })),
      };
    }),
  );
}

function printAnswers(paper: Paper, sheet: ReportSheet, reader: Reader): void {
  const { t } = reader;
  paper.heading(t("review.answers"));
  for (const section of sectionsOf(sheet.form)) {
    const answered = section.items.flatMap((item) => {
      const answer = sheet.answers[item.answerKey];
      return answer === undefined ? [] : [answerCells(sheet, item, answer, reader)];
    });
    if (answered.length > 0) {
      paper.space(6);
      paper.table(
        [
          { title: titleOf(section, reader), share: 4 },
          { title: t("print.answer"), share: 5 },
          { title: t("print.as_of"), share: 2 },
        ],
        answered,
      );
    }
  }
}

function printEvidence(paper: Paper, sheet: ReportSheet, { evidence }: PrintFacts, reader: Reader): void {
  const { t, language, timeZone } = reader;
  paper.heading(t("print.evidence", { count: evidence.length }));
  if (evidence.length === 0) {
    paper.quiet(t("review.no_evidence"));
    return;
  }
  const rows = evidence.map((file) => {
    const item = itemNamed(sheet, file.answerKey);
    const isSigned = file.id === sheet.confirmation.answer?.evidenceId;
    const kind = item === undefined ? (isSigned ? t("confirmation.file") : "") : labelOf(sheet, item, reader);
    return [kind, file.name, momentText(language, file.uploadedAt, timeZone), file.sha256?.slice(0, 16) ?? ""];
  });
  paper.table(
    [
      { title: t("print.kind"), share: 3 },
      { title: t("print.file"), share: 3 },
      { title: t("print.when"), share: 2.4 },
      { title: t("print.fingerprint"), share: 2.6 },
    ],
    rows,
  );
}

function printDecisions(paper: Paper, { decisions }: PrintFacts, { t, language, timeZone }: Reader): void {
  paper.heading(t("print.decisions"));
  paper.table(
    [
      { title: t("print.revision"), share: 1 },
      { title: t("print.submitted"), share: 3 },
      { title: t("print.decision"), share: 4 },
      { title: t("print.note"), share: 4 },
    ],
    decisions.map(({ revision, submittedAt, submittedBy, outcome, note }) => [
      String(revision),
      `${submittedBy}, ${momentText(language, submittedAt, timeZone)}`,
      outcome,
      note,
    ]),
  );
}

function printProof(paper: Paper, sheet: ReportSheet, facts: PrintFacts, { t, language }: Reader): void {
  const { report, number } = sheet.case;
  const { id, version, effective } = sheet.policy.policy.policy;
  paper.heading(t("print.proof"));
  const from = isIsoDate(effective) ? dateText(language, effective) : effective;
  const said = [
    t("print.policy", { id, version, from, hash: facts.policyHash }),
    t("print.hash", { hash: report.contentHash }),
    ...(sheet.masked ? [t("print.masked")] : []),
  ];
  paper.proof(said, `afterloan:${number}:${report.contentHash}`, t("print.code"));
}
