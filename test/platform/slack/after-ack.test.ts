import { describe, expect, it } from "vitest";
import { AfterAck } from "../../../src/platform/slack/after-ack.ts";

const turn = () => new Promise((resume) => setImmediate(resume));

async function turns(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) await turn();
}

describe("what a click sets off", () => {
  it("begins when everybody who pressed is acknowledged", async () => {
    const afterAck = new AfterAck();
    const begun: string[] = [];
    const [first, second] = [afterAck.heard(), afterAck.heard()];

    first();
    const done = afterAck.run(async () => begun.push("first"));
    await turns(5);
    expect(begun).toEqual([]);

    second();
    await done;
    expect(begun).toEqual(["first"]);
  });

  it("runs a few at a time, in the order in which people pressed, and goes on after one that failed", async () => {
    const afterAck = new AfterAck();
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const works = [0, 1, 2, 3, 4, 5].map((place) =>
      afterAck.run(async () => {
        begun.push(place);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (place === 0) throw new Error("this one cannot");
      }),
    );
    const outcomes = Promise.allSettled(works);
    await turns(10);
    expect(begun).toEqual([0, 1, 2, 3]);

    ends[0]?.();
    await turns(10);
    expect(begun).toEqual([0, 1, 2, 3, 4]);

    ends[1]?.();
    await turns(10);
    for (const end of ends) end();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", ...Array(5).fill("fulfilled")]);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("waits for nobody who was never acknowledged", async () => {
    const afterAck = new AfterAck();
    afterAck.heard();

    expect(await afterAck.run(async () => "shown")).toBe("shown");
  });

  it("gives its place away while it waits for Slack", async () => {
    const afterAck = new AfterAck();
    const hang = () => afterAck.run(() => new Promise(() => undefined));
    for (let hanging = 0; hanging < 4; hanging += 1) void hang();

    expect(await afterAck.run(async () => "shown")).toBe("shown");
  });
});
