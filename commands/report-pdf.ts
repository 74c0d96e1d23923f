import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import { nothingInParticular } from "../src/domain/may.ts";
import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { contextOfEmail } from "../src/features/people/index.ts";
import { printNumber } from "../src/features/reviews/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import { authorize } from "../src/platform/context.ts";

const typed = z.custom<TypedInput>().transform(({ words, flags }, issues) => {
  const [number] = words;
  const { pdf, for: email } = flags;
  if (number === undefined || words.length > 1 || typeof pdf !== "string" || typeof email !== "string") {
    issues.addIssue({ code: "custom", message: "refusal.command.missing_word" });
  }
  return { number: number ?? "", file: String(pdf ?? ""), email: String(email ?? "") };
});

/** `report NUMBER --pdf FILE --for E-MAIL`: the terminal sees no customers, so that it prints what a named person may read. */
export const reportPdf = defineCommand({
  name: "report",
  summary: "command.report_pdf.summary",
  usage: "NUMBER",
  flags: { pdf: { type: "string", hint: "FILE" }, for: { type: "string", hint: "E-MAIL" } },
  verb: "print_report",
  where: ["terminal"],
  args: typed,
  run: async (ctx, { number, file, email }) => {
    const refused = authorize(ctx, "print_report", nothingInParticular);
    const reader = refused === undefined ? await contextOfEmail(ctx.parts, email) : undefined;
    if (refused !== undefined || reader === undefined) {
      return refused ?? refuse("print.for_whom", { email });
    }
    const printed = await printNumber(reader, number, "terminal");
    if (isRefusal(printed)) {
      return printed;
    }
    try {
      await writeFile(resolve(file), printed.bytes, { flag: "wx", mode: 0o600 });
    } catch {
      return refuse("print.exists", { file: resolve(file) });
    }
    const said = { number: printed.number, file: resolve(file) };
    return { kind: "view", view: { title: ctx.t("print.written", said), pieces: [], json: said } };
  },
});
