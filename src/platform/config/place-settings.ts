/** Where others may reach the desk: its health, the pages on which files travel, and where facts are pushed. */
import type { HealthPlace } from "../health-address.ts";
import { LOOPBACK, type Problem, type Setting, type Settings } from "./settings.ts";

export const DEFAULT_PORT = 3000;

export interface PagesConfig {
  /** Where the pages listen on which files are handed in and fetched, and how people reach them. */
  readonly pages?: { readonly place: HealthPlace; readonly address: string };
}

export interface FactsConfig {
  /** Where other systems push facts, and the secret with which they sign them. */
  readonly facts?: { readonly place: HealthPlace; readonly secret: string };
}

/** `PORT`, on this machine only, or `HOST:PORT`. */
const PLACE = /^(?:(?<host>\[[0-9a-f:]+\]|[\w.-]+):)?(?<port>\d{1,5})$/i;

function placeOf(text: string | undefined): HealthPlace | undefined {
  const { host, port } = PLACE.exec(text ?? "")?.groups ?? {};
  return port === undefined ? undefined : { host: (host ?? "127.0.0.1").replace(/^\[|\]$/g, ""), port: Number(port) };
}

export function healthPlace(text: string | undefined): { health?: HealthPlace } {
  const health = placeOf(text);
  return health === undefined ? {} : { health };
}

export function placeProblems(setting: Setting, text: string | undefined): Problem[] {
  const port = placeOf(text)?.port;
  if (text === undefined || (port !== undefined && port <= 65_535)) return [];
  return [{ setting, code: "health" }];
}

/** Only the address itself is sent there: a monitor inside the lender's network may do without https. */
export function heartbeatProblems(text: string | undefined): Problem[] {
  const isAddress = text === undefined || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol));
  return isAddress ? [] : [{ setting: "AFTERLOAN_HEARTBEAT_URL", code: "heartbeat" }];
}

export function pagesOf(set: Settings): PagesConfig {
  const place = placeOf(set.AFTERLOAN_PAGES);
  const address = set.AFTERLOAN_PAGES_URL;
  return place === undefined || address === undefined ? {} : { pages: { place, address } };
}

export function pagesProblems(set: Settings): Problem[] {
  const { AFTERLOAN_PAGES: place, AFTERLOAN_PAGES_URL: address } = set;
  return [
    ...placeProblems("AFTERLOAN_PAGES", place),
    ...(place !== undefined && address === undefined
      ? [{ setting: "AFTERLOAN_PAGES_URL", code: "pages_no_address" } as const]
      : []),
    ...(place === undefined && address !== undefined
      ? [{ setting: "AFTERLOAN_PAGES", code: "pages_no_place" } as const]
      : []),
    ...addressProblems(address),
    ...samePort(set, "AFTERLOAN_PAGES", ["AFTERLOAN_HEALTH"]),
  ];
}

/** Files of customers travel there: unencrypted only on this machine. */
function addressProblems(address: string | undefined): Problem[] {
  if (address === undefined) return [];
  const setting = "AFTERLOAN_PAGES_URL";
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return [{ setting, code: "pages_no_https" }];
  if (url.search !== "" || url.hash !== "" || url.username !== "" || url.password !== "") {
    return [{ setting, code: "pages_more" }];
  }
  return url.protocol === "http:" && !LOOPBACK.test(url.hostname) ? [{ setting, code: "pages_unencrypted" }] : [];
}

/** The path of a push, at the place that the settings name. */
export const FACTS_PATH = "/facts";

export function factsOf(set: Settings): FactsConfig {
  const place = placeOf(set.AFTERLOAN_FACTS);
  const secret = set.AFTERLOAN_FACTS_SECRET;
  return place === undefined || secret === undefined ? {} : { facts: { place, secret } };
}

/** As long as 128 random bits in hex, at the least. */
const LONG_ENOUGH = /^\S{32,}$/;

export function factsProblems(set: Settings): Problem[] {
  const { AFTERLOAN_FACTS: place, AFTERLOAN_FACTS_SECRET: secret } = set;
  const setting = "AFTERLOAN_FACTS_SECRET";
  return [
    ...placeProblems("AFTERLOAN_FACTS", place),
    ...(place !== undefined && secret === undefined ? [{ setting, code: "facts_no_secret" } as const] : []),
    ...(place === undefined && secret !== undefined
      ? [{ setting: "AFTERLOAN_FACTS", code: "facts_no_place" } as const]
      : []),
    ...(secret !== undefined && !LONG_ENOUGH.test(secret) ? [{ setting, code: "facts_secret" } as const] : []),
    ...samePort(set, "AFTERLOAN_FACTS", ["AFTERLOAN_HEALTH", "AFTERLOAN_PAGES"]),
  ];
}

/** Whether others listen on the port of `setting` too: these, or what hears Slack. */
function samePort(set: Settings, setting: Setting, rivals: readonly Setting[]): Problem[] {
  const mine = placeOf(set[setting])?.port;
  const others: readonly (readonly [Setting, number | undefined])[] = [
    ...rivals.map((rival) => [rival, placeOf(set[rival])?.port] as const),
    ["PORT", set.SLACK_APP_TOKEN === undefined ? Number(set.PORT ?? DEFAULT_PORT) : undefined],
  ];
  return others.flatMap(([other, port]): Problem[] =>
    mine === undefined || mine === 0 || mine !== port ? [] : [{ setting, code: "same_port", values: { other } }],
  );
}
