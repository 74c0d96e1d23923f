/** The examination in words: faults first, each with its remedy. */
import type { Language } from "../../domain/vocabulary.ts";
import type { Problem } from "../../platform/config/index.ts";
import { problemLine } from "../../platform/policy-file.ts";
import { bold, heading, line, type Piece, quiet, type View } from "../../platform/view.ts";
import { isTextKey, translator } from "../../texts/index.ts";
import type { Examination } from "./examine.ts";
import { type CheckName, type Finding, fail } from "./finding.ts";

export interface DoctorReport {
  readonly view: View;
  readonly faults: number;
}

const WORST_FIRST = ["fail", "warn", "ok"] as const;

export function doctorReport({ examined, unlooked, elsewhere }: Examination, language: Language): DoctorReport {
  const t = translator(language);
  const told = examined.flatMap(({ check, findings }) => findings.map((finding) => tell(check, finding, language)));
  const count = (level: Finding["level"]) => told.filter((one) => one.level === level).length;
  const title = t("doctor.title", { faults: count("fail"), warnings: count("warn"), sound: count("ok") });
  const sections = WORST_FIRST.flatMap((level): Piece[] => {
    const these = told.filter((one) => one.level === level);
    return these.length === 0 ? [] : [heading(t(`doctor.level.${level}`)), ...these.map(({ piece }) => piece)];
  });
  const namesOf = (names: readonly CheckName[]) =>
    names.map((name) => t(`doctor.check.${name}`)).join(language === "en" ? ", " : "、");
  const left = [
    ...(unlooked.length === 0 ? [] : [line(t("doctor.unlooked", { names: namesOf(unlooked) }))]),
    ...(elsewhere.length === 0 ? [] : [line(t("doctor.elsewhere", { names: namesOf(elsewhere) }))]),
  ];
  const json = {
    faults: count("fail"),
    warnings: count("warn"),
    checks: told.map(({ piece: _piece, ...rest }) => rest),
    unlooked,
    elsewhere,
  };
  return { view: { title, pieces: [...sections, ...left], json }, faults: count("fail") };
}

/** Nothing else can be looked at: where, with whom and on what is not known. */
export function settingsReport(problems: readonly Problem[], language: Language): DoctorReport {
  const t = translator(language);
  const findings = problems.map(({ setting, code, values }) => {
    const [problem, remedy] = [t(`setting.problem.${code}`, values), t(`setting.remedy.${code}`, values)];
    return fail("settings.problem", { setting, problem, remedy });
  });
  return doctorReport({ examined: [{ check: "settings", findings }], unlooked: [], elsewhere: [] }, language);
}

function tell(check: CheckName, { level, code, first, ...finding }: Finding, language: Language) {
  const t = translator(language);
  const values = first === undefined ? finding.values : { ...finding.values, problem: problemLine(first, t) };
  const found = t(`doctor.found.${code}`, values);
  const remedyKey = `doctor.remedy.${code}`;
  const remedy = level !== "ok" && isTextKey(remedyKey) ? t(remedyKey, values) : undefined;
  const piece: Piece = {
    kind: "item",
    text: [bold(t("review.label", { label: t(`doctor.check.${check}`) })), ` ${found}`],
    ...(remedy === undefined ? {} : { detail: [quiet(remedy)] }),
  };
  return { check, level, code, found, ...(remedy === undefined ? {} : { remedy }), piece };
}
