import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Hall } from "./acts/hall.ts";
import { type SocketTransport, socketPath } from "./delivery/socket-transport.ts";
import { answer, answerJson, bearerToken, type Exchange, readBody, uploadedBytes } from "./http-exchange.ts";
import { createFeed, type Feed } from "./local-page/feed.ts";
import { answerPage } from "./local-page/routes.ts";
import { answerResponseUrl } from "./response-url.ts";
import { type AppMethods, answerApiCall } from "./web-api/router.ts";
import type { World } from "./world.ts";

async function takeUpload(world: World, exchange: Exchange): Promise<void> {
  const file = world.files.get(exchange.path.slice("/upload/v1/".length));
  if (!file) return answer(exchange, 404, "text/plain", "There is no such upload.");
  file.bytes = await uploadedBytes(exchange);
  return answer(exchange, 200, "text/plain", `OK - ${file.bytes.length}`);
}

function givePrivateFile(world: World, exchange: Exchange): void {
  const id = exchange.path.split("/")[2]?.split("-")[1] ?? "";
  const file = world.files.get(id);
  // Slack answers a login page with status 200 to a wrong token; a plain refusal is kinder and as useless to the caller.
  if (bearerToken(exchange, {}) !== world.options.botToken) answer(exchange, 401, "text/plain", "not authorised");
  else if (!file) answer(exchange, 404, "text/plain", "file_not_found");
  else answer(exchange, 200, file.mimetype, file.bytes);
}

async function route(hall: Hall, feed: Feed, appMethods: AppMethods, exchange: Exchange): Promise<void> {
  const { world } = hall;
  const { path } = exchange;
  if (path.startsWith("/api/")) return answerApiCall(world, appMethods, exchange);
  if (path.startsWith("/response/")) return answerResponseUrl(world, exchange);
  if (path.startsWith("/upload/v1/")) return takeUpload(world, exchange);
  if (path.startsWith("/files-pri/")) return givePrivateFile(world, exchange);
  return answerPage(hall, feed, exchange);
}

/** Calls of the app count as under way; the page's own requests do not, a feed stays open for ever. */
const ofTheApp = (path: string) => !path.startsWith("/_local/") && path !== "/" && !path.startsWith(socketPath);

async function serve(
  hall: Hall,
  feed: Feed,
  appMethods: AppMethods,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", hall.world.url);
  const over = ofTheApp(pathname) ? hall.world.activity.begin() : () => undefined;
  response.on("close", over);
  const method = request.method ?? "GET";
  try {
    const body = await readBody(request);
    await route(hall, feed, appMethods, { request, response, method, path: pathname, query: searchParams, body });
  } catch (error) {
    const exchange: Exchange = {
      request,
      response,
      method,
      path: pathname,
      query: searchParams,
      body: Buffer.alloc(0),
    };
    const message = error instanceof Error ? error.message : String(error);
    if (!response.headersSent) answerJson(exchange, { ok: false, error: "fatal_error", detail: message }, 500);
  }
}

export interface RunningServer {
  port: number;
  close(): Promise<void>;
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address: string | AddressInfo | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

/** Listens on the loopback address only. */
export async function startServer(hall: Hall, sockets: SocketTransport): Promise<RunningServer> {
  const { world } = hall;
  const feed = createFeed(world);
  const appMethods: AppMethods = { "apps.connections.open": () => ({ url: sockets.openAddress() }) };
  const server = createServer((request, response) => void serve(hall, feed, appMethods, request, response));
  server.on("upgrade", (request, socket, head) => {
    if (request.url?.startsWith(socketPath)) sockets.upgrade(request, socket, head);
    else socket.destroy();
  });
  const port = await listening(server, world.options.port ?? 0);
  world.url = `http://127.0.0.1:${port}`;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        feed.close();
        sockets.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
