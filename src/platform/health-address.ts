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

/** Listens until closed. Throws where the place is taken or forbidden. */
export async function serveHealth(place: HealthPlace, ready: () => Promise<Readiness>): Promise<HealthAddress> {
  let last: { readonly at: number; readonly readiness: Promise<Readiness> } | undefined;
  const remembered = (): Promise<Readiness> => {
    if (last === undefined || performance.now() - last.at > REMEMBERED_MS) {
      last = { at: performance.now(), readiness: ready() };
    }
    return last.readiness;
  };
  const server = createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0];
    if (request.method !== "GET" && request.method !== "HEAD") {
      answer(response, 405, { status: "get_only" });
    } else if (path === "/live") {
      answer(response, 200, { status: "live" });
    } else if (path === "/ready") {
      void remembered().then(
        ({ isReady, parts }) =>
          answer(response, isReady ? 200 : 503, { status: isReady ? "ready" : "not_ready", ...parts }),
        () => answer(response, 503, { status: "not_ready" }),
      );
    } else {
      answer(response, 404, { status: "unknown", paths: "/live /ready" });
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
