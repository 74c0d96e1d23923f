import type { Fault } from "../faults.ts";
import { answer, answerJson, argumentsOf, bearerToken, type Exchange } from "../http-exchange.ts";
import { type Json, objectOf, stringOf, stringsOf } from "../json.ts";
import { SlackRefusal } from "../refusal.ts";
import type { World } from "../world.ts";
import { type ApiMethods, textArg } from "./call.ts";
import { chatMethods } from "./chat.ts";
import { conversationMethods } from "./conversations.ts";
import { fileMethods } from "./files.ts";
import { peopleMethods } from "./people.ts";
import { refuseUngranted } from "./scopes.ts";
import { viewMethods } from "./views.ts";

const botMethods: ApiMethods = {
  ...peopleMethods,
  ...conversationMethods,
  ...chatMethods,
  ...viewMethods,
  ...fileMethods,
};

/** Methods that want the app-level token. */
export type AppMethods = ApiMethods;

function refuseToken(world: World, token: string, wanted: string): void {
  if (token === "") throw new SlackRefusal("not_authed");
  if (token === wanted) return;
  const known = [world.options.botToken, world.options.appToken].includes(token);
  throw new SlackRefusal(known ? "not_allowed_token_type" : "invalid_auth");
}

function carryOut(world: World, appMethods: AppMethods, method: string, args: Json, token: string): Json {
  const appMethod = appMethods[method];
  const run = appMethod ?? botMethods[method];
  if (!run) return { ok: false, error: "unknown_method", req_method: method };
  try {
    refuseToken(world, token, appMethod ? world.options.appToken : world.options.botToken);
    refuseUngranted(world.options.scopes, method, args);
    return { ok: true, ...run({ world, args }) };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const messages = stringsOf(objectOf(error.extra.response_metadata).messages);
    world.refused.push({ method, error: error.code, messages });
    return { ok: false, error: error.code, ...error.extra };
  }
}

const faultError = (fault: Fault): Json | undefined =>
  fault.kind === "refused" ? { ok: false, error: fault.error } : undefined;

/** Strikes before the call is carried out; true when the exchange is over. */
async function struckBefore(exchange: Exchange, fault: Fault): Promise<boolean> {
  if (fault.kind === "meanwhile" && fault.carriedOut !== "before") {
    await fault.run();
    if (fault.carriedOut === "never") exchange.request.socket.destroy();
    return fault.carriedOut === "never";
  }
  if (fault.kind === "rate_limited") {
    exchange.response.setHeader("retry-after", String(fault.retryAfter));
    answerJson(exchange, { ok: false, error: "ratelimited" }, 429);
    return true;
  }
  if (fault.kind === "drop_before_accept") {
    exchange.request.socket.destroy();
    return true;
  }
  if (fault.kind === "http_error" && !fault.accepted) {
    answer(exchange, fault.status, "text/plain", "error");
    return true;
  }
  const refused = faultError(fault);
  if (refused) answerJson(exchange, refused);
  return refused !== undefined;
}

/** Strikes after the call was carried out; true when the exchange is over. */
async function struckAfter(exchange: Exchange, fault: Fault): Promise<boolean> {
  if (fault.kind === "drop_after_accept") {
    exchange.request.socket.destroy();
    return true;
  }
  if (fault.kind === "http_error") {
    answer(exchange, fault.status, "text/plain", "error");
    return true;
  }
  if (fault.kind === "meanwhile" && fault.carriedOut === "before") await fault.run();
  if (fault.kind === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms).unref());
  return false;
}

/** Answers one Web API call, faults included. Tokens are checked first, as Slack does. */
export async function answerApiCall(world: World, appMethods: AppMethods, exchange: Exchange): Promise<void> {
  const method = exchange.path.slice("/api/".length);
  const args = await argumentsOf(exchange);
  world.calls.push(method);
  const channels = ["channel", "user_id", "channel_id", "user", "users"].map((name) => textArg(args, name));
  const fault = world.faults.take(method, channels.filter(Boolean));
  if (fault && (await struckBefore(exchange, fault))) return;
  const result = carryOut(world, appMethods, method, args, bearerToken(exchange, args));
  if (fault && (await struckAfter(exchange, fault))) return;
  exchange.response.setHeader("date", new Date(world.now()).toUTCString());
  if (world.options.scopes) exchange.response.setHeader("x-oauth-scopes", world.options.scopes.join(","));
  exchange.response.setHeader("x-slack-req-id", stringOf(world.nextId("R")));
  answerJson(exchange, result);
}
