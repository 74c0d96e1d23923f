/** A small HTTP server to which other systems push facts. It knows signatures, sizes and pace, nothing of what a body means. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type HealthPlace, listening } from "../health-address.ts";
import type { Log } from "../log.ts";
import { drain } from "../pages/read-form.ts";
import { Pace, type PaceLimit } from "./pace.ts";
import { headerProblem, isSignedBy, SIGNATURE_HEADER } from "./signature.ts";

export interface PushAnswer {
  readonly status: number;
  readonly body: object;
}

export interface PushOptions {
  readonly path: string;
  readonly secret: string;
  /** The machine's moment, never the business clock's. */
  readonly now: () => Date;
  readonly log: Log;
  /** What a signed body means. Whatever it throws is answered with 500, and may be sent again. */
  readonly take: (body: Buffer) => Promise<PushAnswer>;
  readonly pace?: PaceLimit;
}

export interface RunningPushes {
  readonly port: number;
  close(): Promise<void>;
}

const MOST_BYTES = 256 * 1024;
const PACE: PaceLimit = { perMinute: 240, atOnce: 60 };
/** Bodies are held in memory while they arrive. */
const BODIES_AT_ONCE = 8;
const BODY_PATIENCE_MS = 30_000;
const LANDING_MS = 1_000;

/** Listens until closed. Throws where the place is taken or forbidden. */
export async function servePushes(place: HealthPlace, options: PushOptions): Promise<RunningPushes> {
  const { log, now } = options;
  const pace = new Pace(options.pace ?? PACE, () => now().getTime());
  let bodies = 0;
  const server = createServer((request, response) => {
    void answerTo(request)
      .catch((failure: unknown) => {
        log.warn({ failure }, "a push could not be answered");
        return said(500, "failed", "something failed here; nothing was taken, send it again");
      })
      .then((answer) => send(request, response, answer));
  });
  server.requestTimeout = BODY_PATIENCE_MS;
  return {
    port: await listening(server, place),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), LANDING_MS).unref();
      }),
  };

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const early = earlyAnswer(request, options);
    if (early !== undefined || bodies >= BODIES_AT_ONCE) {
      await drain(request, MOST_BYTES);
      return early ?? tooMany(1);
    }
    bodies += 1;
    try {
      return await read(request);
    } finally {
      bodies -= 1;
    }
  }

  async function read(request: IncomingMessage): Promise<Answer> {
    const parts: Buffer[] = [];
    const size = await drain(request, MOST_BYTES, (bytes, sizeNow) => {
      if (sizeNow <= MOST_BYTES) parts.push(bytes);
    });
    if (size > MOST_BYTES) {
      return said(413, "too_large", `a push may hold ${MOST_BYTES} bytes at the most; send the facts in several`);
    }
    const body = Buffer.concat(parts);
    if (!isSignedBy(options.secret, signatureOf(request), body)) {
      return said(401, "signature_wrong", WHY.signature_wrong);
    }
    // Only who holds the secret uses up its pace.
    const wait = pace.waitSeconds();
    return wait > 0 ? tooMany(wait) : options.take(body);
  }
}

interface Answer extends PushAnswer {
  readonly headers?: Readonly<Record<string, string>>;
}

const WHY = {
  signature_missing: "give the header Afterloan-Signature: t=SECONDS,v1=HEX, with HEX the HMAC-SHA256 of SECONDS.BODY",
  stale: "the time of the signature is more than 5 minutes from this machine's clock; sign again with the time it is",
  signature_wrong: "the signature is not the HMAC-SHA256 of SECONDS.BODY under this desk's secret",
} as const;

/** What can be said before the body is read. */
function earlyAnswer(request: IncomingMessage, { path, now }: PushOptions): Answer | undefined {
  if ((request.url ?? "").split("?")[0] !== path) {
    return said(404, "unknown", `facts are pushed to ${path}`);
  }
  if (request.method !== "POST") {
    return { ...said(405, "post_only", `facts are pushed to ${path} by POST`), headers: { allow: "POST" } };
  }
  const problem = headerProblem(signatureOf(request), now());
  return problem === undefined ? undefined : said(401, problem, WHY[problem]);
}

function signatureOf({ headers }: IncomingMessage): string | undefined {
  const header = headers[SIGNATURE_HEADER];
  return typeof header === "string" ? header : undefined;
}

function said(status: number, error: string, message: string): Answer {
  return { status, body: { error, message } };
}

function tooMany(seconds: number): Answer {
  return {
    ...said(429, "too_many", `too many pushes; send it again in ${seconds} s`),
    headers: { "retry-after": String(seconds) },
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(request.complete ? {} : { connection: "close" }),
    ...headers,
  });
  response.end(`${JSON.stringify(body)}\n`);
}
