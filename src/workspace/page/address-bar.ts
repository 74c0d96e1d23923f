import type { Place } from "./surface.ts";

/** Who is acted as, and where, stand in the address: a second window can show somebody else, and a reload changes nothing. */
export function readAddress(): { as: string; place: Place | null } {
  const query = new URLSearchParams(window.location.search);
  const at = query.get("at");
  const thread = query.get("thread") ?? undefined;
  const place: Place | null =
    at === null || at === "" ? null : at === "home" ? { at: "home" } : { at: "conversation", channel: at, thread };
  return { as: query.get("as") ?? "", place };
}

export function addressOf(as: string, place: Place | null): string {
  const query = new URLSearchParams({ as });
  if (place !== null) {
    query.set("at", place.at === "home" ? "home" : place.channel);
    if (place.at === "conversation" && place.thread !== undefined) {
      query.set("thread", place.thread);
    }
  }
  return `?${query}`;
}

export function writeAddress(as: string, place: Place | null, how: "push" | "replace"): void {
  const address = addressOf(as, place);
  if (address !== window.location.search) {
    window.history[how === "push" ? "pushState" : "replaceState"](null, "", address);
  }
}
