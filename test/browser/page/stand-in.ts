import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WorkspaceAct, WorkspaceFile, WorkspaceSnapshot } from "../../../src/workspace/contract.ts";
import { pageBundle } from "../../../src/workspace/local-page/bundle.ts";

/** A server with canned answers, so that the page can be tried alone. It keeps what the page sent. */
export interface StandIn {
  url: string;
  acts: WorkspaceAct[];
  /** The clock moves and uploads that arrived, in words. */
  others: string[];
  /** Changes what one person sees, and tells every window. */
  change(as: string, change: (snapshot: WorkspaceSnapshot) => void): void;
  /** What an act answers, and does to the snapshots; the default is `{ ok: true }`. */
  react: (act: WorkspaceAct) => Record<string, unknown> | Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Local demonstration</title>
<link rel="stylesheet" href="/_local/page.css"></head><body><div id="root"></div>
<script type="module" src="/_local/page.js"></script></body></html>`;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(Buffer.from(part));
  }
  return Buffer.concat(parts);
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

export async function startStandIn(snapshots: WorkspaceSnapshot[]): Promise<StandIn> {
  const bundle = await pageBundle();
  const world = new Map(snapshots.map((snapshot) => [snapshot.me.id, snapshot]));
  const feeds = new Set<ServerResponse>();
  const files = new Map<string, { bytes: Buffer; file: WorkspaceFile }>();
  const standIn: StandIn = {
    url: "",
    acts: [],
    others: [],
    react: () => ({ ok: true }),
    change(as, change) {
      const snapshot = world.get(as);
      if (snapshot !== undefined) {
        change(snapshot);
        snapshot.version += 1;
      }
      for (const feed of feeds) {
        feed.write("event: changed\ndata: {}\n\n");
      }
    },
    close: () =>
      new Promise((done) => {
        for (const feed of feeds) {
          feed.end();
        }
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  const routes: Record<
    string,
    (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => unknown
  > = {
    "/": (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(SHELL),
    "/_local/page.js": (_request, response) =>
      response.writeHead(200, { "content-type": "text/javascript" }).end(bundle?.script),
    "/_local/page.css": (_request, response) =>
      response.writeHead(200, { "content-type": "text/css" }).end(bundle?.styles),
    "/_local/snapshot": (_request, response, query) => json(response, world.get(query.get("as") ?? "") ?? snapshots[0]),
    "/_local/feed": (request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(": here\n\n");
      feeds.add(response);
      request.on("close", () => feeds.delete(response));
    },
    "/_local/act": async (request, response) => {
      const act = JSON.parse((await bodyOf(request)).toString("utf8"));
      standIn.acts.push(act);
      json(response, await standIn.react(act));
    },
    "/_local/clock": async (request, response) => {
      standIn.others.push(`clock ${(await bodyOf(request)).toString("utf8")}`);
      for (const [id, snapshot] of world) {
        standIn.change(id, () => {
          snapshot.clock = snapshot.clock && { ...snapshot.clock, now: "2026-11-25T01:00:00.000Z" };
        });
      }
      json(response, { ok: true, now: "2026-11-25T01:00:00.000Z" });
    },
    "/_local/upload": async (request, response, query) => {
      const bytes = await bodyOf(request);
      const name = query.get("name") ?? "";
      standIn.others.push(`upload ${name} ${bytes.length}`);
      const id = `F${files.size + 1}`;
      const mimetype = request.headers["content-type"] ?? "";
      const file = { id, name, mimetype, size: bytes.length, url: `/_local/file/${id}/${encodeURIComponent(name)}` };
      files.set(id, { bytes, file });
      json(response, { ok: true, file });
    },
  };
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(pathname.split("/")[3] ?? "");
    const route = routes[pathname];
    if (route !== undefined) {
      void route(request, response, searchParams);
    } else if (file !== undefined) {
      response.writeHead(200, { "content-type": file.file.mimetype }).end(file.bytes);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo; // listening on TCP, so never a pipe's name
  standIn.url = `http://127.0.0.1:${port}`;
  return standIn;
}
