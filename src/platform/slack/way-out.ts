/** The way from here to Slack: direct, or through the proxy of the settings. Everything that is asked of Slack takes it. */
import type { FetchFunction, WebClient } from "@slack/web-api";
import type { Dispatcher } from "undici";

export interface ProxySettings {
  /** `http:` or `https:`; may hold a user and a password. */
  readonly url: string;
  /** Names that are reached directly, as NO_PROXY lists them. */
  readonly except: string;
}

/** The part of `fetch` that is used to reach Slack and its files. */
export type Fetch = (url: string | URL, init?: FetchWishes) => Promise<FetchAnswer>;

interface FetchWishes {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | URLSearchParams | Uint8Array<ArrayBuffer> | Blob;
  readonly signal?: AbortSignal;
}

interface FetchAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface WayOut {
  readonly fetch: Fetch;
  /** Only through a proxy: how Slack's SDK calls, and what its sockets go through. */
  readonly proxied?: { readonly fetch: FetchFunction; readonly dispatcher: Dispatcher };
}

export const DIRECT: WayOut = { fetch: (url, init) => fetch(url, init) };

/** This machine is never reached through a proxy. */
const HERE = "localhost,127.0.0.1,[::1]";

/** undici is loaded only where there is a proxy; Node's own `fetch` knows none. */
export async function openWayOut(proxy: ProxySettings | undefined): Promise<WayOut> {
  if (proxy === undefined) {
    return DIRECT;
  }
  const undici = await import("undici");
  // What is left out would be read from the environment.
  const dispatcher = new undici.EnvHttpProxyAgent({
    httpProxy: "",
    httpsProxy: proxy.url,
    noProxy: `${HERE},${proxy.except}`,
  });
  return {
    fetch: (url, init) => undici.fetch(url, { ...init, dispatcher }),
    proxied: { fetch: (url, init) => undici.fetch(url, { ...asText(init), dispatcher }), dispatcher },
  };
}

/** `HOST` of the proxy that leads to a host; undefined where the way is direct. */
export function proxyTo(host: string, proxy: ProxySettings | undefined): string | undefined {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  const entries = (proxy?.except ?? "").toLowerCase().split(/[\s,]+/);
  const isExcept = [...entries, ...HERE.split(",")].some((entry) => {
    const bare = entry.replace(/:\d+$/, "").replace(/^\*?\./, "");
    return entry === "*" || (bare !== "" && (name === bare || name.endsWith(`.${bare}`)));
  });
  return proxy === undefined || isExcept ? undefined : new URL(proxy.url).host;
}

/** The SDK sends a form only where a file goes through it; ours go to the address that Slack gives for them. */
function asText({ body, ...init }: Parameters<FetchFunction>[1] = {}) {
  if (body !== undefined && typeof body !== "string") {
    throw new Error("a form does not pass through the proxy");
  }
  return body === undefined ? init : { ...init, body };
}

const ways = new WeakMap<WebClient, WayOut>();

export function remember(client: WebClient, way: WayOut): WebClient {
  ways.set(client, way);
  return client;
}

/** Files and answers that belong to a client go the way of the client. */
export function fetchOf(client: WebClient): Fetch {
  return (ways.get(client) ?? DIRECT).fetch;
}
