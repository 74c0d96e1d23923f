/** `signal test CODE LOAN`. Pure. */
import type { Judged } from "../../domain/signals/judge-trigger.ts";
import { heading, line, note, type Piece, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { comparedText, conditionText, figureText, type Speaker } from "./condition-text.ts";
import type { Explained, ExplainedSubject } from "./explain.ts";

export function explainedView(speaker: Speaker, explained: Explained): View {
  const { t, language, policy } = speaker;
  const { code, loan, asOf, subjects } = explained;
  const rule = policy.policy.signals.catalogue[code];
  const title = t("signal.test.title", { code, signal: rule?.title[language] ?? "", loan });
  return {
    title,
    pieces: [
      note(t("signal.test.as_of", { date: dateText(language, asOf), reads: rule?.reads ?? "confirmed" })),
      ...(subjects.length === 0 ? [line(t("signal.test.no_subject", { about: rule?.about ?? "loan" }))] : []),
      ...subjects.flatMap((subject) => subjectPieces(speaker, explained, subject)),
    ],
    json: { code, loan, as_of: asOf, subjects: subjects.map(subjectJson) },
  };
}

function subjectPieces(speaker: Speaker, explained: Explained, subject: ExplainedSubject): Piece[] {
  const { t, language } = speaker;
  const { kind, named, since, evaluation } = subject;
  const outcome = evaluation.level ?? (evaluation.isWatched ? "watch" : "none");
  const said = t("signal.test.outcome", { outcome });
  const veto = evaluation.isVeto ? [note(t("signal.test.veto"))] : [];
  return [
    heading(`${t(`signal.test.subject.${kind}`, { named, since: dateText(language, since) })}: ${said}`),
    ...veto,
    ...evaluation.triggers.map((judged) => triggerPiece(speaker, explained, judged)),
  ];
}

function triggerPiece(speaker: Speaker, { reports }: Explained, judged: Judged): Piece {
  const { t } = speaker;
  const { trigger, type, reason, value = "", used } = judged;
  // Of a count and an absence, facts or days were counted.
  const compared = type === "count" || type === "absence" ? value : comparedText(speaker, trigger, value);
  const outcome = t(`signal.test.reason.${reason}`, { value: compared });
  const rule = `${t("signal.test.outcome", { outcome: trigger.level })}: ${conditionText(speaker, trigger)}`;
  const figures = used.map((fact) => figureText(speaker, fact, reports));
  const source = (trigger.source ?? []).join(", ");
  const detail = [...figures, ...(source === "" ? [] : [t("signal.test.source", { source })])];
  return {
    kind: "item",
    text: `${rule} → ${outcome}`,
    ...(detail.length === 0 ? {} : { detail: detail.join("; ") }),
  };
}

function subjectJson({ kind, named, since, evaluation }: ExplainedSubject) {
  const { level = null, isWatched, isVeto, triggers } = evaluation;
  return { kind, named, since, level, watched: isWatched, veto: isVeto, triggers };
}
