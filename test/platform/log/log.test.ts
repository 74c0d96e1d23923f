import { describe, expect, it } from "vitest";
import { createLog, type Log } from "../../../src/platform/log.ts";

function written(write: (log: Log) => void): string {
  let lines = "";
  const log = createLog("trace", {
    write: (line: string) => {
      lines += line;
    },
  });
  write(log);
  return lines;
}

describe("the log", () => {
  it("says what happened as one line of JSON", () => {
    const line = written((log) => log.warn({ rows: 3, took: 12n }, "imported"));

    expect(JSON.parse(line)).toMatchObject({ level: "warn", rows: 3, took: "12", msg: "imported" });
  });

  it.each([
    ["a bot token", "xoxb-123-456-abc"],
    ["a rotated token", "xoxe.xoxb-1-abc"],
    ["an app token", "xapp-1-A1-2-abc"],
    ["a bearer", "Bearer abc.def-ghi"],
    ["a database password", "postgresql://me:hunter2@db/bank"],
    ["a response url", "https://hooks.slack.com/actions/T1/2/abc"],
    ["an identity number", "11010519491231002X"],
    ["a credit code", "91350100M000100Y43"],
    ["a phone", "13812345678"],
    ["an e-mail", "li.wei@bank.example"],
  ])("keeps %s out, in sentences, fields, lists and errors", (_what, secret) => {
    const lines = written((log) => {
      log.info(`saw ${secret} here`);
      log.info({ deep: { list: [{ why: `saw ${secret}` }] } }, "fields");
      log.error({ failure: new Error(`saw ${secret}`, { cause: new Error(secret) }) }, "errors");
      log.error(new Error(`alone ${secret}`));
      log.error(new Error("beside"), `beside ${secret}`);
    });

    expect(lines.trim().split("\n")).toHaveLength(5);
    expect(lines).not.toContain(secret.split(/[ :@]/).at(-1) === "db/bank" ? "hunter2" : secret);
  });

  it("hides names, phones and what people typed by their field, however deep", () => {
    const borrower = { name: "王小明", identityNumber: "x", phone: "y", loans: [{ note: "typed words" }] };

    const line = written((log) => log.info({ borrower, payload: "{…}" }, "shown"));

    expect(line).not.toMatch(/王小明|typed words|\{…\}/);
    expect(JSON.parse(line).borrower).toMatchObject({ name: "[hidden]", identityNumber: "[hidden]" });
  });

  it("leaves numbers that are no secrets alone", () => {
    const line = written((log) =>
      log.info({ seq: 1234567890123, on: "2026-03-02", id: "0197a3b4-1c2d-7e3f" }, "audit 138"),
    );

    expect(JSON.parse(line)).toMatchObject({ seq: 1234567890123, on: "2026-03-02", id: "0197a3b4-1c2d-7e3f" });
  });
});
