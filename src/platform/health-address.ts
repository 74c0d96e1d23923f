/** A small HTTP address where an operator's monitor asks. It takes GET only, tells no names, and knows nothing of Slack's events. */
import { createServer, type Server, type ServerResponse } from "node:http";

export interface HealthPlace {
  readonly host: string;
  readonly port: number;
}

/** What stands behind the answer, as short words; `isReady` decides between 200 and 503. */
export interface Readiness {
  readonly isReady: boolean;
  readonly parts: Readonly<Record<string, string | number>>;
}

export interface HealthAddress {
  readonly port: number;
  close(): Promise<void>;
}

/** An answer is given again for so long: a monitor that asks too often costs nothing. */
const REMEMBERED_MS = 1_000;

export interface Answers {
  readonly ready: () => Promise<Readiness>;
  readonly engine: () => Promise<Readiness>;
}

/** Listens until closed. Throws where the place is taken or forbidden. */
export async function serveHealth(place: HealthPlace, { ready, engine }: Answers): Promise<HealthAddress> {
  const asked = new Map([
    ["/ready", rememberedFor(ready)],
    ["/engine", rememberedFor(engine)],
  ]);
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    const ask = asked.get(path);
    if (request.method !== "GET" && request.method !== "HEAD") {
      answer(response, 405, { status: "get_only" });
    } else if (path === "/live") {
      answer(response, 200, { status: "live" });
    } else if (ask !== undefined) {
      void ask().then(
        ({ isReady, parts }) =>
          answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "not_ready", ...parts }),
        () => answer(response, 503, { status: "not_ready" }),
      );
    } else {
      answer(response, 404, { status: "unknown", paths: "/live /ready /engine" });
    }
  });
  return {
    port: await listening(server, place),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function rememberedFor(ask: () => Promise<Readiness>): () => Promise<Readiness> {
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > REMEMBERED_MS) {
      last = { at: performance.now(), readiness: ask() };
    }
    return last.readiness;
  };
}

/** Throws where the place is taken or forbidden. Answers the port. */
export async function listening(server: Server, { host, port }: HealthPlace): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port }, resolve);
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function answer(response: ServerResponse, status: number, body: Readonly<Record<string, string | number>>): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(`${JSON.stringify(body)}\n`);
}
