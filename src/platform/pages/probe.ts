/** The pages for files, asked from outside as a browser would ask, for whoever looks what is wrong. No link is opened by it. */
import type { HealthPlace } from "../health-address.ts";
import { networkReason } from "../network-reason.ts";
import { OWN_POLICY } from "./html.ts";
import { addressOf } from "./serve-pages.ts";

export type PagesAnswer =
  | { readonly kind: "ours" }
  /** Something else answered there. */
  | { readonly kind: "other"; readonly status: number }
  | { readonly kind: "silent"; readonly code: string };

const PATIENCE_MS = 5_000;
/** As long as a token is; nobody was given it. */
const NOBODYS = "0".repeat(43);

/** Never throws for what the network or another program does. */
export async function askPages(address: string): Promise<PagesAnswer> {
  try {
    const answer = await fetch(addressOf(address, NOBODYS), {
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await answer.body?.cancel();
    const isOurs = answer.headers.get("content-security-policy")?.includes(OWN_POLICY) === true;
    return isOurs ? { kind: "ours" } : { kind: "other", status: answer.status };
  } catch (failure) {
    return { kind: "silent", code: networkReason(failure) };
  }
}

const ANY = { "0.0.0.0": "127.0.0.1", "::": "::1" } as const;

/** Where this machine itself reaches them, past whatever stands in front. */
export function behindProxy({ host, port }: HealthPlace): string {
  const here = host === "0.0.0.0" || host === "::" ? ANY[host] : host;
  return `http://${here.includes(":") ? `[${here}]` : here}:${port}`;
}
