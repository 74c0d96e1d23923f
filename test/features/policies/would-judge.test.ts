import { beforeEach, describe, expect, it } from "vitest";
import type { Policy } from "../../../src/domain/policy/schema.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { wouldJudge } from "../../../src/features/inspections/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

const BUSY = { "borrower/cooperation": "full", "borrower/conclusion": "Sales fell by 12% on the year." };

/** The policy in force, with some items of the common head written differently. */
function policyWith(items: Readonly<Record<string, object>>): Policy {
  const { policy } = world.parts.policies.inForce();
  const templates = policy.templates.map((template) => ({
    ...template,
    blocks: template.blocks.map((block) => ({
      ...block,
      items: block.items.map((item) => ({ ...item, ...items[item.key] })),
    })),
  }));
  return { ...policy, templates };
}

async function judgedBy(policy: Policy) {
  const judged = await wouldJudge(systemContext(world.parts), policy);
  if (isRefusal(judged)) throw new Error(judged.refused);
  return judged;
}

describe("the last reports, read under another policy", () => {
  it("differ in nothing under their own", async () => {
    await aSubmittedReport(world, { answers: BUSY });
    const { policy } = world.parts.policies.inForce();
    expect(await judgedBy(policy)).toMatchObject({ reports: 1, refused: 0, unanswered: 0, worse: 0, examples: [] });
  });

  it("are counted where an answer is refused, a question unanswered, or a colour worse, with their numbers", async () => {
    const { number } = await aSubmittedReport(world, { answers: BUSY });
    const judged = await judgedBy(
      policyWith({
        conclusion: { max_length: 5 },
        customer_need: { required: true },
        cooperation: { thresholds: { red: [{ in: ["full"] }] } },
      }),
    );
    expect(judged).toMatchObject({ reports: 1, refused: 1, unanswered: 1, worse: 1 });
    expect(judged.examples).toMatchObject([{ number }]);
    expect(judged.examples[0]?.labels.map(({ en }) => en)).toEqual([
      "Conclusion",
      "Cooperation",
      "What the customer needs from us",
    ]);
  });
});
