/** Repeating groups that have no row yet stand together in one step: five empty steps would be five taps for nothing. */
import type { FormStep, SubjectAddress } from "./types.ts";

export function withEmptyGroupsTogether(steps: readonly FormStep[]): FormStep[] {
  const merged: FormStep[] = [];
  for (const step of steps) {
    const before = merged.at(-1);
    if (before !== undefined && isEmptyGroup(step) && isEmptyGroup(before, step.subject)) {
      merged[merged.length - 1] = together(before, step);
    } else {
      merged.push(step);
    }
  }
  return merged;
}

function isEmptyGroup({ groups = [], subject }: FormStep, of: SubjectAddress = subject): boolean {
  return subject === of && groups.length > 0 && groups.every(({ rows }) => rows.length === 0);
}

function together(a: FormStep, b: FormStep): FormStep {
  const title = {
    en: `${a.title.en} · ${b.title.en}`,
    "zh-Hans": `${a.title["zh-Hans"]} · ${b.title["zh-Hans"]}`,
    "zh-Hant": `${a.title["zh-Hant"]} · ${b.title["zh-Hant"]}`,
  };
  return { ...a, title, items: [...a.items, ...b.items], groups: [...(a.groups ?? []), ...(b.groups ?? [])] };
}
