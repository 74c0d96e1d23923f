import { z } from "zod";
import { refuse } from "../src/domain/refusal.ts";
import { parseHead, verifyAudit } from "../src/platform/audit/index.ts";
import { defineCommand, type TypedInput } from "../src/platform/commands/definition.ts";
import { line } from "../src/platform/view.ts";

const expected = z.custom<TypedInput>().transform(({ flags }) => ({
  expect: typeof flags["expect"] === "string" ? flags["expect"] : undefined,
}));

export const auditVerify = defineCommand({
  name: "audit verify",
  summary: "command.audit_verify.summary",
  usage: "",
  flags: { expect: { type: "string", hint: "SEQ:HASH" }, json: { type: "boolean" } },
  verb: "verify_audit",
  where: ["terminal"],
  args: expected,
  run: async (ctx, { expect }) => {
    if (expect !== undefined && !isHead(expect)) {
      return refuse("audit.bad_head");
    }
    const { t } = ctx;
    const verdict = await verifyAudit(ctx.parts.database.db, expect === undefined ? {} : { expect });
    const head = `${verdict.head.seq}:${verdict.head.hash}`;
    const findings = verdict.findings.map(({ kind, seq }) =>
      line(t("audit.finding", { seq: String(seq), what: t(`audit.${kind}`) })),
    );
    const intact = findings.length === 0;
    const title = intact ? t("audit.intact", { count: verdict.events, head }) : t("audit.broken");
    const json = {
      events: verdict.events,
      head,
      intact,
      findings: verdict.findings.map((finding) => ({ kind: finding.kind, seq: String(finding.seq) })),
    };
    return { kind: "view", view: { title, pieces: findings, json }, exitCode: intact ? 0 : 1 };
  },
});

function isHead(text: string): boolean {
  try {
    parseHead(text);
    return true;
  } catch {
    return false;
  }
}
