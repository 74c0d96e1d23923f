/** Where in a form a reason for which earlier reports came back belongs, so that the next one does not (R78). */
import { addTo } from "../lists-by-key.ts";
import type { ReturnReason } from "../vocabulary.ts";
import type { CheckForm, FormStep } from "./types.ts";

export interface Lesson {
  readonly reason: ReturnReason;
  /** How many reports came back for it. */
  readonly count: number;
}

type Belongs = (step: FormStep, concludes: readonly string[]) => boolean;

const hasKey = (step: FormStep, fits: (key: string) => boolean) => step.items.some(({ key }) => fits(key));

/** `other` is said in the reviewer's own words, and a copy is the whole text: they stand at no question. */
const BELONGS: Readonly<Partial<Record<ReturnReason, Belongs>>> = {
  missing_evidence: ({ files }) => files,
  figures_contradict: (step) => step.items.filter(({ type }) => type === "number").length > 1,
  conclusion_not_supported: (step, concludes) => hasKey(step, (key) => concludes.includes(key)),
  use_of_funds_unclear: (step) => hasKey(step, (key) => key.startsWith("use_") || key.startsWith("payee")),
  collateral_not_checked: ({ subject }) => subject.startsWith("collateral:"),
  wrong_period: (step) => step.items.some(({ asOfKey }) => asOfKey !== undefined),
  not_visited: (step) => hasKey(step, (key) => key === "visit_mode"),
};

/** Each lesson at the first step that it is about, by the step's id; what the form does not ask is left out. */
export function lessonsByStep(
  form: CheckForm,
  lessons: readonly Lesson[],
  concludes: readonly string[],
): ReadonlyMap<string, readonly Lesson[]> {
  const byStep = new Map<string, Lesson[]>();
  for (const lesson of lessons) {
    const { reason } = lesson;
    const belongs = BELONGS[reason];
    const step = belongs === undefined ? undefined : form.steps.find((one) => belongs(one, concludes));
    if (step !== undefined) addTo(byStep, step.id, lesson);
  }
  return byStep;
}
