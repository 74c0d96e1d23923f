import type { Hall } from "../acts/hall.ts";
import { perform } from "../acts/perform.ts";
import { answer, answerJson, type Exchange } from "../http-exchange.ts";
import { parseJson } from "../json.ts";
import { pageFile, storeFile } from "../records/files.ts";
import type { Person, World } from "../world.ts";
import { actSchema, clockSchema } from "./act-schema.ts";
import { appDocument } from "./app-page.ts";
import { pageBundle } from "./bundle.ts";
import { pageDocument, plainDocument } from "./document.ts";
import type { Feed } from "./feed.ts";
import { snapshotOf } from "./snapshot.ts";

const html = "text/html; charset=utf-8";

function viewer(world: World, exchange: Exchange): Person | undefined {
  const people = [...world.people.values()].filter((person) => !person.isBot && !person.deleted);
  const wanted = exchange.query.get("as");
  return people.find((person) => person.id === wanted);
}

/** The first person, for a page that was opened for nobody. */
const anybody = (world: World) => [...world.people.values()].find((person) => !person.isBot && !person.deleted);

type Route = (hall: Hall, exchange: Exchange, feed: Feed) => Promise<void> | void;

const snapshot: Route = ({ world }, exchange) => {
  const me = viewer(world, exchange) ?? anybody(world);
  if (!me) return answerJson(exchange, { ok: false, error: "There is nobody here." }, 404);
  return answerJson(exchange, { ...snapshotOf(world, me) });
};

const act: Route = async (hall, exchange) => {
  const parsed = actSchema.safeParse(parseJson(exchange.body.toString("utf8")));
  if (!parsed.success) return answerJson(exchange, { ok: false, error: "The page sent something unknown." }, 400);
  return answerJson(exchange, { ...(await perform(hall, parsed.data)) });
};

const upload: Route = ({ world }, exchange) => {
  const me = viewer(world, exchange);
  const name = (exchange.query.get("name") ?? "").replaceAll(/[/\\\0]/g, "_");
  if (!me || name === "" || exchange.body.length === 0)
    return answerJson(exchange, { ok: false, error: "The file is empty or has no name." }, 400);
  return answerJson(exchange, { ok: true, file: pageFile(storeFile(world, me.id, name, exchange.body)) });
};

const moveClock: Route = async ({ world }, exchange) => {
  const { clock } = world.options;
  const parsed = clockSchema.safeParse(parseJson(exchange.body.toString("utf8")));
  if (!clock || !parsed.success) return answerJson(exchange, { ok: false, error: "This clock does not move." }, 400);
  await clock.move(parsed.data);
  world.changed();
  return answerJson(exchange, { ok: true, now: clock.now().iso });
};

const file: Route = ({ world }, exchange) => {
  const stored = world.files.get(exchange.path.split("/")[3] ?? "");
  if (!stored) return answer(exchange, 404, "text/plain", "There is no such file.");
  // A file from outside must never run as a page of this workspace.
  exchange.response.setHeader("content-security-policy", "sandbox; default-src 'none'");
  return answer(exchange, 200, stored.mimetype, stored.bytes);
};

const asset =
  (part: "script" | "styles", type: string): Route =>
  async (_hall, exchange) =>
    answer(exchange, 200, type, (await pageBundle())?.[part] ?? "");

const routes: Record<string, Route> = {
  "GET /_local/app": ({ world }, exchange) => answer(exchange, 200, html, appDocument(world)),
  "GET /_local/snapshot": snapshot,
  "GET /_local/feed": (_hall, exchange, feed) => feed.open(exchange),
  "POST /_local/act": act,
  "POST /_local/upload": upload,
  "POST /_local/clock": moveClock,
  "GET /_local/page.js": asset("script", "text/javascript; charset=utf-8"),
  "GET /_local/page.css": asset("styles", "text/css; charset=utf-8"),
};

/** A page of another site must not be able to act here through the person's browser. */
function fromElsewhere(world: World, exchange: Exchange): boolean {
  const { origin, host } = exchange.request.headers;
  const own = new URL(world.url);
  const hosts = [own.host, `localhost:${own.port}`];
  const foreignHost = !hosts.includes(host ?? "");
  return foreignHost || (origin !== undefined && !hosts.some((name) => origin === `http://${name}`));
}

/** The page itself and everything it asks for under /_local/. */
export async function answerPage(hall: Hall, feed: Feed, exchange: Exchange): Promise<void> {
  const { world } = hall;
  if (fromElsewhere(world, exchange))
    return answer(exchange, 403, "text/plain", "Only this machine's own page may ask.");
  const route = routes[`${exchange.method} ${exchange.path}`];
  if (route) return await route(hall, exchange, feed);
  if (exchange.path.startsWith("/_local/file/")) return await file(hall, exchange, feed);
  if (exchange.path !== "/") return answer(exchange, 404, "text/plain", "There is nothing here.");
  const document = (await pageBundle())
    ? pageDocument(world)
    : plainDocument(world, viewer(world, exchange) ?? anybody(world));
  return answer(exchange, 200, html, document);
}
