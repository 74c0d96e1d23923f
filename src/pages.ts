/** The pages on which files are handed in and fetched: served where the settings say, or where the local workspace needs them. */
import { CannotStart } from "./open-parts.ts";
import type { Config } from "./platform/config/index.ts";
import type { Parts } from "./platform/context.ts";
import type { PageSource } from "./platform/pages/answer.ts";
import { type RunningPages, servePages } from "./platform/pages/serve-pages.ts";

/** Nothing listens where the settings name no place, unless the local workspace runs on a policy that wants the pages. */
export interface OpenPages {
  /** How people reach them. */
  readonly address: string | undefined;
  close(): Promise<void>;
}

const NONE: OpenPages = { address: undefined, close: async () => undefined };
const HERE = "127.0.0.1";

/** Throws CannotStart where the policy sends files by link and Slack's people could reach no page. */
export async function openPages(config: Config, parts: Parts, source: PageSource): Promise<OpenPages> {
  const { pages, slack } = config;
  if (pages !== undefined) {
    const running = await listening(() => servePages(pages.place, source, parts.log));
    const isAnyPort = pages.place.port === 0;
    return { ...running, address: isAnyPort ? here(running) : pages.address };
  }
  if (parts.policies.inForce().policy.documents.mode !== "link") {
    return NONE;
  }
  if (slack.mode !== "local") {
    throw new CannotStart((t) => t("start.cannot.no_pages"));
  }
  // The port beside the workspace's, so that a link outlives a restart; any other where that is taken.
  const beside = config.port === 0 ? 0 : config.port + 1;
  const serve = (port: number) => servePages({ host: HERE, port }, source, parts.log);
  const running = await serve(beside).catch(() => serve(0));
  return { ...running, address: here(running) };
}

const here = ({ port }: RunningPages) => `http://${HERE}:${port}`;

async function listening(serve: () => Promise<RunningPages>): Promise<RunningPages> {
  try {
    return await serve();
  } catch (failure) {
    const code = failure instanceof Error && "code" in failure ? String(failure.code) : "unknown";
    throw new CannotStart((t) => t("start.cannot.pages", { code }));
  }
}
