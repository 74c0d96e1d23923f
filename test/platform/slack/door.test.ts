import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listUnanswered } from "../../../src/platform/inbound/store.ts";
import { finishKept } from "../../../src/platform/slack/hear.ts";
import { hearClick } from "../../../src/platform/slack/hear-click.ts";
import { StorageBusy } from "../../../src/platform/storage/busy.ts";
import { heading, line } from "../../../src/platform/view.ts";
import { translator } from "../../../src/texts/index.ts";
import {
  ADMIN,
  BRANCH_TALK,
  type DoorDesk,
  form,
  modal,
  OFFICER,
  STRANGER,
  showButton,
  startDoorDesk,
  type Transport,
} from "./door-desk.ts";

const t = translator("en");
const words = (key: Parameters<typeof t>[0]) => t(key).replaceAll("\u200b", "");
const nobody = async () => ({ newest: new Map<string, bigint>(), everybody: 0n });

describe.each<Transport>(["http", "socket"])("what people do in Slack, heard over %s", (transport) => {
  let desk: DoorDesk;
  beforeEach(async () => {
    desk = await startDoorDesk({ transport });
  });
  afterEach(async () => {
    await desk.stop();
  });
  const officer = () => desk.workspace.as(OFFICER);
  const deliveries = () => desk.db.inboundDelivery.findMany({ orderBy: { id: "asc" } });

  it("is in the record before Slack is told, and is marked once it is done", async () => {
    const seen: (string | undefined)[] = [];
    desk.door.onDecision("test.press", "start_check", async () => {
      seen.push((await deliveries())[0]?.state);
    });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(seen).toEqual(["received"]);
    expect((await deliveries()).map(({ kind, state }) => [kind, state])).toEqual([["decision", "done"]]);
  });

  it("is acknowledged after it was saved, where it is an answer that somebody is typing", async () => {
    const order: string[] = [];
    desk.door.onInput("test.answer", "save_draft", async () => {
      await deliveries();
      order.push("saved");
    });
    const typed = {
      user: { id: OFFICER, team_id: "T00LOCAL01" },
      view: { id: "V1", hash: "1.a" },
      actions: [{ action_id: "test.answer", value: "800 t" }],
    };
    await hearClick(desk.ears, typed, async () => void order.push("acknowledged"));
    expect(order).toEqual(["saved", "acknowledged"]);
    expect(await deliveries()).toEqual([]);
  });

  it("is heard while Slack takes no call of ours, and costs none", async () => {
    let runs = 0;
    desk.door.onDecision("test.press", "start_check", async () => {
      runs += 1;
    });
    await showButton(desk, OFFICER, "test.press");
    const calls = desk.workspace.calls.length;
    desk.workspace.faults.add({ kind: "refused", error: "token_revoked", times: Number.POSITIVE_INFINITY });
    await officer().clicks("Press");
    expect(runs).toBe(1);
    expect((await deliveries()).map(({ state }) => state)).toEqual(["done"]);
    expect(desk.workspace.calls.slice(calls)).toEqual([]);
  });

  it("is done once, after the process that heard it has died", async () => {
    let runs = 0;
    let begun = 0;
    let dying = true;
    desk.door.onDecision("test.press", "start_check", async () => {
      begun += 1;
      if (dying) await new Promise(() => undefined);
      runs += 1;
    });
    await showButton(desk, OFFICER, "test.press");
    void officer().clicks("Press");
    // What a click sets off begins after its acknowledgement.
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(1);
    expect(await listUnanswered(desk.database)).toHaveLength(1);
    dying = false;
    expect(await finishKept(desk.ears, await listUnanswered(desk.database))).toBe(1);
    expect(await finishKept(desk.ears, await listUnanswered(desk.database))).toBe(0);
    expect(runs).toBe(1);
  });

  it("takes a submission that was sent twice for one, and answers both alike", async () => {
    let runs = 0;
    desk.door.onOpen("test.press", "start_check", (_ctx, _click, reply) => reply.openModal(async () => form()));
    desk.door.onSubmission("test.form", "submit_report", async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { kind: "update", view: modal(`Received ${runs}`) };
    });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    await officer().fills("Note", "all in order");
    await officer().submits({ twice: true });
    expect(runs).toBe(1);
    expect(officer().modal?.title).toBe("Received 1");
  });

  it("keeps the form and tells the person when a submission fails; the same may be sent again", async () => {
    let broken = true;
    desk.door.onOpen("test.press", "start_check", (_ctx, _click, reply) => reply.openModal(async () => form()));
    desk.door.onSubmission("test.form", "submit_report", async () => {
      if (broken) throw new Error("secret: table Report is gone");
      return { kind: "clear" };
    });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    await officer().fills("Note", "all in order");
    await officer().submits();
    expect(officer().modal?.text).toContain("Something went wrong on our side");
    expect(officer().modal?.text).not.toContain("secret");
    await officer().closes();
    expect(officer().modal?.title).toBe("A form");
    broken = false;
    await officer().submits();
    expect(officer().modal).toBeNull();
    expect((await deliveries()).filter(({ kind }) => kind === "submission").map(({ state }) => state)).toEqual([
      "done",
    ]);
  });

  it("runs a command, and answers only the person, also where the bot is no member", async () => {
    desk.door.command = async (_ctx, text, reply) =>
      reply.tell({ title: "Due", pieces: [heading("Today"), line(`You asked: ${text}`)] });
    await officer().says("/postloan due <!channel>", { in: BRANCH_TALK });
    const [answer] = officer().messagesFromBot(BRANCH_TALK);
    expect(answer?.shown).toContain("You asked: due &lt;!channel&gt;");
    expect(desk.workspace.as(ADMIN).messagesFromBot(BRANCH_TALK)).toEqual([]);
    expect((await deliveries()).map(({ kind, state }) => [kind, state])).toEqual([["command", "done"]]);
  });

  it("draws the Home tab, and says when it cannot", async () => {
    let broken = false;
    desk.door.home = {
      verb: "see_own_desk",
      concerns: nobody,
      run: async () => {
        if (broken) throw new Error("secret");
        return [line("Your day")];
      },
    };
    await officer().opensHome();
    expect(officer().home?.text).toContain("Your day");
    broken = true;
    await officer().opensHome();
    expect(officer().home?.text).toContain("Something went wrong");
    expect(officer().home?.text).not.toContain("secret");
  });
});

describe("who is at the door", () => {
  let desk: DoorDesk;
  beforeEach(async () => {
    desk = await startDoorDesk();
  });
  afterEach(async () => {
    await desk.stop();
  });
  const officer = () => desk.workspace.as(OFFICER);

  it("tells somebody unknown in two languages what to do, whatever they try", async () => {
    const stranger = desk.workspace.as(STRANGER);
    const both = (text: string | undefined) => {
      expect(text).toContain("I do not know you yet");
      expect(text).toContain("系统中还没有您的信息");
    };
    desk.door.onDecision("test.press", "see_help", async () => {
      throw new Error("never run");
    });
    desk.door.home = { verb: "see_own_desk", concerns: nobody, run: async () => [] };
    await showButton(desk, STRANGER, "test.press");
    await stranger.clicks("Press");
    both(stranger.lastMessage?.shown);
    await stranger.says("/postloan due");
    both(stranger.lastMessage?.shown);
    await stranger.opensHome();
    both(stranger.home?.text);
  });

  it("refuses a role that may not, whether it presses, submits, types or only looks", async () => {
    const ran: string[] = [];
    desk.door.onDecision("test.press", "approve_report", async () => void ran.push("click"));
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) => reply.openModal(async () => form()));
    desk.door.onSubmission("test.form", "approve_report", async () => {
      ran.push("submission");
      return { kind: "close" };
    });
    desk.door.home = { verb: "approve_report", concerns: nobody, run: async () => [line("not for them")] };
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toBe(t("refusal.may.role"));
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    await officer().fills("Note", "x");
    await officer().submits();
    expect(officer().modal?.text).toContain(t("refusal.may.role"));
    await officer().closes({ all: true });
    await officer().opensHome();
    expect(officer().home?.text).toContain(t("refusal.may.role"));
    expect(ran).toEqual([]);
  });

  it("knows the rights of the moment of the click: an ended role is none", async () => {
    desk.door.onDecision("test.press", "start_check", async () => {
      throw new Error("never run");
    });
    await showButton(desk, OFFICER, "test.press");
    await desk.db.roleGrant.updateMany({ data: { toAt: new Date("2026-03-01T00:00:00Z") } });
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toBe(t("refusal.may.role"));
  });

  it("says so in the person's own language", async () => {
    await desk.stop();
    desk = await startDoorDesk({ locale: "zh-TW" });
    desk.door.onDecision("test.press", "approve_report", async () => undefined);
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toBe("您的職務沒有這項權限。");
  });
});

describe("what cannot go on", () => {
  let desk: DoorDesk;
  let ahead = 0;
  beforeEach(async () => {
    ahead = 0;
    desk = await startDoorDesk({ machineNow: () => Date.now() + ahead });
  });
  afterEach(async () => {
    await desk.stop();
  });
  const officer = () => desk.workspace.as(OFFICER);

  it("tells that a button or a form of an older release is out of date, and keeps the form", async () => {
    await showButton(desk, OFFICER, "gone.button");
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toContain("out of date");
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) => reply.openModal(async () => form("gone.form")));
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    await officer().fills("Note", "kept");
    await officer().submits();
    expect(officer().modal?.text).toContain("out of date");
    await officer().closes();
    expect(officer().modal?.title).toBe("A form");
  });

  it("tells of a failing button where it was pressed, without the failure", async () => {
    desk.door.onOpen("test.press", "see_help", async () => {
      throw new Error("secret");
    });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toMatch(/Something went wrong.*name reference \w{8} /);
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => modal("Details", "test.press")),
    );
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    await officer().clicks("Go on");
    expect(officer().modal?.text).toContain("Something went wrong");
    await officer().closes();
    expect(officer().modal?.title).toBe("Details");
  });

  it("opens a notice from the Home tab, which no modal can stand on", async () => {
    desk.door.onOpen("test.press", "approve_report", async () => undefined);
    desk.door.home = {
      verb: "see_own_desk",
      concerns: nobody,
      run: async () => [{ kind: "buttons", buttons: [{ text: "Go on", action: "test.press", value: "1" }] }],
    };
    await officer().opensHome();
    await officer().clicks("Go on", { in: "home" });
    expect(officer().modal?.text).toContain(t("refusal.may.role"));
  });

  it("puts the words into the conversation where three modals are open already", async () => {
    const open = (n: number) => modal(`Level ${n}`, "test.deeper");
    let level = 1;
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) => reply.openModal(async () => open(level)));
    desk.door.onOpen("test.deeper", "see_help", async (_ctx, _click, reply) => {
      level += 1;
      await (level < 4
        ? reply.pushModal(async () => open(level))
        : reply.tell({ title: "x", pieces: [line("No more")] }));
    });
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    for (let press = 0; press < 3; press += 1) await officer().clicks("Go on");
    expect(officer().modal?.title).toBe("Level 3");
    expect(officer().lastMessage?.shown).toBe("No more");
  });

  it("stands a failed third form still, with the words at its first field", async () => {
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => modal("First", "test.second")),
    );
    desk.door.onOpen("test.second", "see_help", (_ctx, _click, reply) =>
      reply.pushModal(async () => modal("Second", "test.third")),
    );
    desk.door.onOpen("test.third", "see_help", (_ctx, _click, reply) => reply.pushModal(async () => form()));
    desk.door.onSubmission("test.form", "see_help", async () => {
      throw new Error("secret");
    });
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    await officer().clicks("Go on");
    await officer().clicks("Go on");
    await officer().fills("Note", "x");
    await officer().submits();
    expect(officer().errors.Note).toContain("Something went wrong");
    expect(officer().notice).toBeNull();
  });

  it("shows a skeleton when the view is late, and fills it", async () => {
    const titles: (string | undefined)[] = [];
    desk.door.onOpen("test.press", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => {
        await officer().eventually(() => officer().modal?.text.includes(t("words.loading")));
        titles.push(officer().modal?.title);
        return modal("Here it is");
      }),
    );
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(titles).toEqual([t("words.product")]);
    expect(officer().modal?.title).toBe("Here it is");
  });

  it("leaves no skeleton standing when the view fails", async () => {
    desk.door.onOpen("test.press", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => {
        await officer().eventually(() => officer().modal);
        throw new Error("secret");
      }),
    );
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(officer().modal?.text).toContain("Something went wrong");
    expect(officer().modal?.text).not.toContain(t("words.loading"));
  });

  it("does not mind a person who closed the skeleton meanwhile", async () => {
    desk.door.onOpen("test.press", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => {
        await officer().eventually(() => officer().modal);
        void officer().closes();
        await officer().eventually(() => officer().modal === null);
        return modal("Too late");
      }),
    );
    await showButton(desk, OFFICER, "test.press");
    const before = officer().messagesFromBot().length;
    await officer().clicks("Press");
    expect(officer().modal).toBeNull();
    expect(officer().messagesFromBot()).toHaveLength(before);
  });

  it("asks to press again when the trigger has expired", async () => {
    desk.door.onOpen("test.press", "see_help", async (_ctx, _click, reply) => {
      ahead += 4_000;
      await reply.openModal(async () => modal("Too late"));
    });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(officer().lastMessage?.shown).toContain(words("refusal.press_again"));
    desk.workspace.faults.add({ kind: "refused", error: "expired_trigger_id", on: "views.open" });
    desk.door.command = async (_ctx, _text, reply) => reply.openModal(async () => modal("Too late"));
    await officer().says("/postloan check 1");
    expect(officer().lastMessage?.shown).toContain(words("refusal.press_again"));
  });

  it("finds another way to tell when the address for answers is used up", async () => {
    desk.door.command = async (_ctx, _text, reply) => {
      for (let count = 1; count <= 6; count += 1) {
        await reply.tell({ title: "Answer", pieces: [line(`Answer ${count}`)] });
      }
    };
    await officer().says("/postloan due");
    expect(officer().sees("Answer 6")).toBe(true);
  });

  it("tells at once that nothing was stored when the database is busy, instead of leaving Slack's warning sign", async () => {
    let runs = 0;
    desk.door.onDecision("test.press", "see_help", async () => {
      runs += 1;
    });
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) => reply.openModal(async () => form()));
    desk.door.onSubmission("test.form", "see_help", async () => {
      runs += 1;
      return { kind: "close" };
    });
    await showButton(desk, OFFICER, "test.open");
    await officer().clicks("test.open");
    await officer().fills("Note", "kept");
    const { raw } = desk.database;
    const real = raw.query.bind(raw);
    raw.query = async () => {
      throw new StorageBusy(250);
    };
    await officer().submits();
    expect(officer().modal?.text).toContain("The database is busy");
    await officer().closes({ all: true });
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("test.press");
    expect(officer().lastMessage?.shown).toContain("The database is busy");
    expect(officer().notice).toBeNull();
    raw.query = real;
    expect(runs).toBe(0);
  });

  it("cannot send what Slack would not take: the workspace refuses it, and the person is told", async () => {
    desk.door.onOpen("test.press", "see_help", (_ctx, _click, reply) =>
      reply.openModal(async () => ({ ...modal("Too much"), metadata: "x".repeat(3_001) })),
    );
    await showButton(desk, OFFICER, "test.press");
    await officer().clicks("Press");
    expect(desk.workspace.refused.map(({ method }) => method)).toEqual(["views.open"]);
    expect(officer().lastMessage?.shown).toContain("Something went wrong");
  });
});

describe("what was kept when the process ended", () => {
  let desk: DoorDesk;
  beforeEach(async () => {
    desk = await startDoorDesk();
  });
  afterEach(async () => {
    await desk.stop();
  });
  const state = async (key: string) => (await desk.db.inboundDelivery.findUnique({ where: { key } }))?.state;
  const kept = (key: string, kind: string, payload: string) => ({ key, kind, payload });
  const store = async (key: string, kind: string, payload: unknown) => {
    await desk.db.inboundDelivery.create({
      data: { id: key, key, kind, payload: JSON.stringify(payload), state: "received", receivedAt: new Date() },
    });
  };

  it("is finished, submissions too, and a person who sends it again gets the first answer", async () => {
    let runs = 0;
    desk.door.onOpen("test.open", "see_help", (_ctx, _click, reply) => reply.openModal(async () => form()));
    let dying = true;
    desk.door.onSubmission("test.form", "see_help", async () => {
      if (dying) throw new Error("dying");
      runs += 1;
      return { kind: "update", view: modal("Received") };
    });
    await showButton(desk, OFFICER, "test.open");
    const officer = desk.workspace.as(OFFICER);
    await officer.clicks("test.open");
    await officer.fills("Note", "x");
    await officer.submits();
    await officer.closes();
    await desk.db.inboundDelivery.updateMany({ where: { kind: "submission" }, data: { state: "received" } });
    dying = false;
    expect(await finishKept(desk.ears, await listUnanswered(desk.database))).toBe(1);
    await officer.submits();
    expect(officer.modal?.title).toBe("Received");
    expect(runs).toBe(1);
  });

  it("does not stop the start when one of it cannot be read, and is not tried at every start", async () => {
    let runs = 0;
    desk.door.onDecision("test.press", "see_help", async () => {
      runs += 1;
    });
    const click = {
      user: { id: OFFICER, team_id: "T00LOCAL01" },
      team: { id: "T00LOCAL01" },
      actions: [{ action_id: "test.press", action_ts: "1", value: "v" }],
    };
    await store("broken", "decision", { nonsense: true });
    await store("opened", "click", click);
    await store("typed", "command", {});
    await store("decided", "decision", click);
    expect(await finishKept(desk.ears, await listUnanswered(desk.database))).toBe(1);
    expect(runs).toBe(1);
    expect([await state("broken"), await state("opened"), await state("typed"), await state("decided")]).toEqual([
      "failed",
      "failed",
      "failed",
      "done",
    ]);
    expect(
      await finishKept(desk.ears, [kept("broken", "decision", "{"), ...(await listUnanswered(desk.database))]),
    ).toBe(0);
  });
});
