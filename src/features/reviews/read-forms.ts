/** What the state of a reviewer's form says. Pure. */
import { z } from "zod";
import { JUDGEMENTS, type Judgement, RETURN_REASONS } from "../../domain/vocabulary.ts";
import type { ViewState } from "../../platform/slack/payload.ts";
import { CONCLUSION_BLOCK, fieldBlock, NOTE_BLOCK, REASONS_BLOCK, RECORD_BLOCK, remarkBlock, VALUE } from "./forms.ts";
import { MOST_REMARKS } from "./ids.ts";
import type { ReturnInput } from "./return.ts";

const metadata = z.object({ report: z.string(), remarks: z.int().min(1).max(MOST_REMARKS).default(1) });

export function readFormMetadata(text: string): { report: string; remarks: number } {
  try {
    return metadata.parse(JSON.parse(text));
  } catch {
    return { report: "", remarks: 1 };
  }
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});

function stateOf(values: ViewState, block: string): z.infer<typeof element> {
  const read = element.safeParse(values[block]?.[VALUE]);
  return read.success ? read.data : {};
}

export function readNote(values: ViewState): string {
  return (stateOf(values, NOTE_BLOCK).value ?? "").trim();
}

/** What was typed, and the block of a remark without a field or a field without a remark. */
export function readReturn(values: ViewState, report: string): { input: ReturnInput; half: string | undefined } {
  const picked = (stateOf(values, REASONS_BLOCK).selected_options ?? []).map(({ value }) => value);
  const pairs = Array.from({ length: MOST_REMARKS }, (_, index) => pairOf(values, index + 1));
  const remarks: Record<string, string> = {};
  for (const { field, remark } of pairs) {
    if (field !== undefined && remark !== "") {
      remarks[field] = [remarks[field], remark].filter((text) => text !== undefined).join("\n");
    }
  }
  return {
    input: {
      reportId: report,
      reasons: RETURN_REASONS.filter((reason) => picked.includes(reason)),
      note: readNote(values),
      judged: { record: judgementIn(values, RECORD_BLOCK), conclusion: judgementIn(values, CONCLUSION_BLOCK) },
      remarks,
    },
    half: pairs.map(halfOf).find((block) => block !== undefined),
  };
}

function judgementIn(values: ViewState, block: string): Judgement {
  const chosen = stateOf(values, block).selected_option?.value;
  return JUDGEMENTS.find((one) => one === chosen) ?? "not_judged";
}

interface Pair {
  readonly place: number;
  readonly field: string | undefined;
  readonly remark: string;
}

function pairOf(values: ViewState, place: number): Pair {
  const field = stateOf(values, fieldBlock(place)).selected_option?.value;
  return { place, field, remark: (stateOf(values, remarkBlock(place)).value ?? "").trim() };
}

function halfOf({ place, field, remark }: Pair): string | undefined {
  if ((field === undefined) === (remark === "")) {
    return undefined;
  }
  return field === undefined ? fieldBlock(place) : remarkBlock(place);
}
