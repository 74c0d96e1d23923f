import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import type { SlackBlock, WorkspaceAct, WorkspaceView } from "../../../src/workspace/contract.ts";
import { openWindow, startBrowser } from "./browser.ts";
import { aMorning, view } from "./morning.ts";
import { type StandIn, startStandIn } from "./stand-in.ts";

interface Desk {
  standIn: StandIn;
  open(query?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Opens a window of the officer with one modal of these blocks. */
  modal(blocks: SlackBlock[], extra?: Partial<WorkspaceView>): Promise<Page>;
  /** The acts of one kind that have arrived. */
  sent<Kind extends WorkspaceAct["kind"]>(kind: Kind): Extract<WorkspaceAct, { kind: Kind }>[];
}

/** A browser for the file, a fresh morning for each test. */
export function useDesk(): Desk {
  let browser: Browser;
  let standIn: StandIn;
  const windows: Page[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  beforeEach(async () => {
    standIn = await startStandIn(aMorning());
  });
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((page) => page.context().close()));
    await standIn.close();
  });
  afterAll(() => browser.close());
  const open: Desk["open"] = async (query = "?as=U1", options = {}) => {
    const page = await openWindow(browser, `${standIn.url}/${query}`, options);
    windows.push(page);
    return page;
  };
  return {
    get standIn() {
      return standIn;
    },
    open,
    async modal(blocks, extra = {}) {
      standIn.change("U1", (snapshot) => {
        snapshot.modals = [view("V1", "Check INS-1041", blocks, extra)];
      });
      const page = await open();
      await page.getByRole("dialog").waitFor();
      return page;
    },
    sent(kind) {
      const is = (act: WorkspaceAct): act is Extract<WorkspaceAct, { kind: typeof kind }> => act.kind === kind;
      return standIn.acts.filter(is);
    },
  };
}
