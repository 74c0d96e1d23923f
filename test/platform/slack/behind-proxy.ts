/** A bank's network in small: Slack behind TLS at a name that only the proxy can reach, and the proxy wants a password. */
import { createServer, type IncomingMessage, request } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import type { Certificate } from "../../setup/certificate.ts";

export const SLACK = "slack.test";
const WHO = `Basic ${Buffer.from("desk:open-sesame").toString("base64")}`;

export interface Network {
  /** `HTTPS_PROXY` for whoever knows the password, and for whoever does not. */
  readonly proxy: string;
  readonly wrongProxy: string;
  /** What the proxy was asked to reach and opened, in order. */
  readonly opened: string[];
  close(): void;
}

export async function behindProxy(workspace: Workspace, certificate: Certificate): Promise<Network> {
  const own = new URL(workspace.url);
  const slack = createTlsServer(certificate, (asked, answer) => {
    const path = { host: own.hostname, port: own.port, path: asked.url, method: asked.method, headers: asked.headers };
    asked.pipe(
      request(path, (told) => {
        void withOwnName(told, own).then((body) => {
          const { "content-length": _length, ...headers } = told.headers;
          answer.writeHead(told.statusCode ?? 0, headers).end(body);
        });
      }),
    );
  });
  slack.on("upgrade", (asked: IncomingMessage, socket: Duplex) => {
    const behind = connect(Number(own.port), own.hostname, () => {
      const lines = Object.entries(asked.headers).map(([name, value]) => `${name}: ${String(value)}`);
      behind.write([`GET ${asked.url} HTTP/1.1`, ...lines, "", ""].join("\r\n"));
      socket.pipe(behind).pipe(socket);
    });
    forgive(socket, behind);
  });
  const slackPort = await listening(slack);
  const opened: string[] = [];
  const proxy = createServer((_asked, answer) => answer.writeHead(403).end());
  proxy.on("connect", (asked: IncomingMessage, socket: Socket) => {
    forgive(socket);
    if (asked.headers["proxy-authorization"] !== WHO) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    opened.push(asked.url ?? "");
    const behind = connect(slackPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      socket.pipe(behind).pipe(socket);
    });
    forgive(behind);
  });
  const port = await listening(proxy);
  return {
    proxy: `http://desk:open-sesame@127.0.0.1:${port}`,
    wrongProxy: `http://desk:shut-sesame@127.0.0.1:${port}`,
    opened,
    close: () => {
      for (const server of [proxy, slack]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

/** The stand-in names itself as it is reached here; behind the proxy it has Slack's name. */
async function withOwnName(told: IncomingMessage, own: URL): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of told) parts.push(part);
  return Buffer.concat(parts)
    .toString()
    .replaceAll(`ws:\\/\\/${own.host}`, `wss:\\/\\/${SLACK}`)
    .replaceAll(`ws://${own.host}`, `wss://${SLACK}`);
}

function forgive(...sockets: readonly Duplex[]): void {
  for (const socket of sockets) socket.on("error", () => socket.destroy());
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}
