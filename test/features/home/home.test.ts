import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { borrowerConfirms } from "../../setup/borrower-confirms.ts";
import { fillToSummary } from "../../setup/fill-check.ts";
import { HOSTILE, type HomeDesk, type HomeRole, idOf, startHomeDesk, TODAY } from "./home-desk.ts";

describe("the Home tab", () => {
  let desk: HomeDesk;
  beforeEach(async () => {
    desk = await startHomeDesk();
  });
  afterEach(async () => {
    await desk.stop();
  });
  const home = (role: HomeRole) => desk.opened(role);

  it("shows an officer their day, with buttons that work from there", async () => {
    expect(await home("account_manager")).toContain("Harbour &lt;!channel&gt; ∗Foods∗ &amp; Co");
    const officer = desk.as(idOf("account_manager"));
    await officer.clicks("Start check", { in: "home" });
    expect(officer.modal?.submit).toBeDefined();
  });

  it("shows a reviewer what waits, and the review opens from there", async () => {
    const officer = desk.as(idOf("account_manager"));
    await officer.opensHome();
    await officer.clicks("Start check", { in: "home" });
    await fillToSummary(officer, { policy: desk.parts.policies.inForce().policy, visitedOn: TODAY });
    await borrowerConfirms(officer, { signedOn: TODAY, answer: "refused", note: "The owner is abroad." });
    await officer.closes();
    await officer.submits();
    expect(await home("post_loan_officer")).toContain("Waiting for your review");
    const reviewer = desk.as(idOf("post_loan_officer"));
    await reviewer.clicks("Review", { in: "home" });
    await reviewer.clicks("Approve");
    expect(await home("post_loan_officer")).not.toContain("Harbour &lt;");
  });

  it("shows a manager how the unit stands, and no customer", async () => {
    const text = await home("unit_manager");
    expect(text).toContain("Harbour Branch: 1 Mar 2026 to 31 Mar 2026");
    expect(text).toContain("Nothing is late.");
    expect(text).not.toContain("Foods");
  });

  it("shows the administrator who has no Slack account, and no customer", async () => {
    const text = await home("administrator");

    expect(text).toContain("Everybody in the people file has a Slack account.");
    expect(text).not.toContain("Harbour");
  });

  it.each<Role>(["overseer"])("shows %s that there is nothing, and no customer", async (role) => {
    const text = await home(role);
    expect(text).toContain("There is nothing for you here today.");
    expect(text).not.toContain("Harbour");
  });

  it("tells a person without a role that theirs does not include it", async () => {
    expect(await home("none")).toContain("Your role does not include this.");
  });

  it("fits into Slack however much there is to do", async () => {
    for (let n = 0; n < 60; n += 1) await desk.aCheck({ name: `${HOSTILE} ${n}`.repeat(20) });
    const text = await home("account_manager");
    expect(desk.workspace.refused).toEqual([]);
    expect(text.split("Start check").length).toBeLessThan(20);
  });
});
