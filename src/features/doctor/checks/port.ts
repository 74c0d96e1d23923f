import { createServer } from "node:net";
import { runningBot } from "../../../platform/storage/index.ts";
import { fail, ok } from "../finding.ts";
import type { Check } from "../patient.ts";

export const port: Check = {
  name: "port",
  needs: [],
  look: async ({ config }) => {
    if (config.slack.mode === "socket") {
      return [ok("port.unused")];
    }
    const values = { port: String(config.port) };
    const code = await listenOnce(config.port, config.slack.mode === "local" ? "127.0.0.1" : undefined);
    if (code === undefined) {
      return [ok("port.ok", values)];
    }
    if (code === "EADDRINUSE") {
      return [runningBot(config.databaseUrl) === undefined ? fail("port.taken", values) : ok("port.own", values)];
    }
    return [fail("port.forbidden", { ...values, code })];
  },
};

/** Node's code where it cannot. */
function listenOnce(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (failure) => resolve("code" in failure ? String(failure.code) : failure.name));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => server.close(() => resolve(undefined)));
  });
}
