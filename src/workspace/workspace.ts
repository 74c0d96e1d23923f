import { createDelivery } from "./delivery/deliver.ts";
import { createSocketTransport, type SocketTransport } from "./delivery/socket-transport.ts";
import { createPersonDriver, type PersonDriver } from "./driver/person.ts";
import type { Faults } from "./faults.ts";
import { isLocalCredential, refuseRealTokens } from "./local-tokens.ts";
import { createPeopleControl, type PeopleControl } from "./membership.ts";
import type { WorkspaceOptions } from "./options.ts";
import { personOf } from "./records/people.ts";
import { startServer } from "./server.ts";
import { type AcceptedCall, createWorld, type RefusedCall } from "./world.ts";

export type { PersonDriver } from "./driver/person.ts";
export type { ShownMessage, ShownView } from "./driver/surfaces.ts";
export type { Fault } from "./faults.ts";
export { localTokens, refuseRealTokens } from "./local-tokens.ts";
export type { HostClock, PersonSeed, WorkspaceOptions } from "./options.ts";

/** A running workspace. */
export interface Workspace {
  /** Where a person opens the page; no slash at the end. */
  url: string;
  /** What the app takes as its Slack API URL; ends with /api/. */
  apiUrl: string;
  close(): Promise<void>;
  /** A person to act as: a driver that needs no browser. */
  as(userId: string): PersonDriver;
  faults: Faults;
  /** Every post, edit and deletion that was carried out, also those whose answer was lost. */
  accepted: readonly AcceptedCall[];
  /** Every call that was refused as Slack would. */
  refused: readonly RefusedCall[];
  /** Names of all Web API methods called, in order, faults included. */
  calls: readonly string[];
  people: PeopleControl;
  /** HTTP transport: where commands, interactions and events go from now on. */
  setRequestUrl(url: string | undefined): void;
  /** Sends the app an event of any type, such as app_uninstalled. */
  sendEvent(event: Record<string, unknown>): Promise<void>;
  sockets: Pick<SocketTransport, "connections" | "disconnect" | "cut" | "twice">;
  /** Resolves once nothing has been under way between app and workspace for `quietMs` (default 12). */
  settled(quietMs?: number): Promise<void>;
}

function refuseForeignOptions(options: WorkspaceOptions): void {
  // biome-ignore lint/style/noProcessEnv: a guard that no host may forget looks for itself.
  refuseRealTokens(options.environment ?? process.env);
  const foreign = [options.botToken, options.appToken, options.signingSecret].some(
    (value) => !isLocalCredential(value),
  );
  if (foreign)
    throw new Error("The local workspace takes only local credentials: xoxb-local-…, xapp-local-…, local-….");
}

/**
 * Starts a Slack-compatible server on the loopback address.
 * Throws when real Slack credentials stand in the environment or in the options, or when the port is taken.
 */
export async function startWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  refuseForeignOptions(options);
  const world = createWorld(options);
  const sockets = createSocketTransport(world);
  const delivery = createDelivery(world, sockets);
  const hall = { world, delivery };
  const server = await startServer(hall, sockets);
  // One driver per person: what they have typed stays typed.
  const drivers = new Map<string, PersonDriver>();
  const settled = (quietMs?: number) => world.activity.quiet(quietMs);
  return {
    url: world.url,
    apiUrl: `${world.url}/api/`,
    as(userId) {
      const driver = drivers.get(userId) ?? createPersonDriver(hall, personOf(world, userId).id);
      drivers.set(userId, driver);
      return driver;
    },
    faults: world.faults,
    accepted: world.accepted,
    refused: world.refused,
    calls: world.calls,
    people: createPeopleControl(world, delivery),
    setRequestUrl: delivery.setRequestUrl,
    async sendEvent(event) {
      await delivery.event(event);
      await settled();
    },
    sockets,
    settled,
    async close() {
      delivery.stop();
      await server.close();
    },
  };
}
