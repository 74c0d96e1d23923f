/** What fires of the catalogue for one borrower today, where the account is kept. */
import { type Evaluation, evaluateSignal } from "../../../domain/signals/evaluate.ts";
import type { SignalRule } from "../../../domain/signals/rule.ts";
import type { SignalLevel } from "../../../domain/vocabulary.ts";
import { localDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import type { BorrowerRecord } from "./record-of.ts";
import { type SubjectWithFacts, subjectsOf } from "./subjects.ts";

export interface Finding {
  readonly code: string;
  readonly rule: SignalRule;
  readonly subject: SubjectWithFacts;
  readonly level: SignalLevel;
  readonly found: Evaluation;
}

export function findingsOf({ now, policy: { policy } }: Context, record: BorrowerRecord): Finding[] {
  const today = localDate(now, record.row.unit.timeZone);
  const subjects = subjectsOf(policy, record, today);
  return Object.entries(policy.signals.catalogue).flatMap(([code, rule]) =>
    subjects[rule.about].flatMap((subject): Finding[] => {
      const found = evaluateSignal(code, rule, subject.facts, { asOf: today, since: subject.since });
      return found.level === undefined ? [] : [{ code, rule, subject, level: found.level, found }];
    }),
  );
}
