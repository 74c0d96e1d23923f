/** Where other systems push facts: nothing listens unless the settings name a place and a secret. */
import { answerPush } from "./features/facts/index.ts";
import { followFacts } from "./follow-facts.ts";
import { CannotStart } from "./open-parts.ts";
import { type Config, FACTS_PATH } from "./platform/config/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import { type RunningPushes, servePushes } from "./platform/pushes/serve-pushes.ts";

/** Throws CannotStart where the place is taken or forbidden. */
export async function openFacts({ facts }: Pick<Config, "facts">, parts: Parts): Promise<RunningPushes | undefined> {
  if (facts === undefined) {
    return undefined;
  }
  try {
    return await servePushes(facts.place, {
      path: FACTS_PATH,
      secret: facts.secret,
      now: parts.clocks.machineNow,
      log: parts.log,
      take: (body) => {
        const ctx = systemContext(parts);
        return parts.database.inBackground(() => answerPush(ctx, body, followFacts(ctx)));
      },
    });
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
    throw new CannotStart((t) => t("start.cannot.facts", { code }));
  }
}
