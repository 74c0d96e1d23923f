import { isJson, type Json, objectOf } from "../json.ts";
import { blockProblems } from "../limits/blocks.ts";
import { messageProblems, refuseProblems, viewProblems } from "../limits/payloads.ts";
import type { Problem } from "../limits/problem.ts";
import { personOf } from "../records/people.ts";
import { exchangeTrigger } from "../records/triggers.ts";
import { deepestStack, publishHome, pushModal, replaceView, slackView, stackOf, viewOf } from "../records/views.ts";
import { SlackRefusal } from "../refusal.ts";
import { type ApiCall, type ApiMethod, type ApiMethods, hasArg, jsonArg, requiredArg, textArg } from "./call.ts";

function viewArg(args: Json, type: "modal" | "home" | "any"): Json {
  const view = jsonArg(args, "view");
  if (!isJson(view)) throw new SlackRefusal("invalid_arguments", missing("view"));
  refuseProblems(viewProblems(view), "invalid_arguments");
  if (type !== "any" && view.type !== type)
    refuseProblems([{ pointer: "/view/type", message: `unsupported type: ${String(view.type)}` }], "invalid_arguments");
  return view;
}

const missing = (name: string): Json => ({
  response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
});
const hashArg = (args: Json): string | undefined => textArg(args, "hash") || undefined;

const openModal: ApiMethod = ({ world, args }: ApiCall) => {
  const view = viewArg(args, "modal");
  const user = exchangeTrigger(world, requiredArg(args, "trigger_id"));
  return { view: slackView(world, pushModal(world, user, view)) };
};

/** A failed check as blocks.validate reports it. */
const validationError = (problem: Problem): Json => ({
  pointer: problem.pointer,
  code: "failed_constraint",
  message: problem.message,
});

const validationSubjects: { name: string; error: string; check(value: unknown): Problem[] }[] = [
  { name: "blocks", error: "invalid_blocks", check: (value) => blockProblems("message", value, "") },
  { name: "message", error: "invalid_message", check: (value) => messageProblems(objectOf(value).blocks) },
  { name: "view", error: "invalid_view", check: (value) => viewProblems(objectOf(value), "") },
];

/** Modals, Home tabs, and the check of blocks without showing them. */
export const viewMethods: ApiMethods = {
  "views.open": openModal,
  "views.push": (call) => {
    const trigger = call.world.triggers.get(textArg(call.args, "trigger_id"));
    const depth = trigger ? stackOf(call.world, trigger.user).length : 0;
    if (trigger && depth === 0) throw new SlackRefusal("not_found");
    if (depth >= deepestStack) throw new SlackRefusal("push_limit_reached");
    return openModal(call);
  },
  "views.update": ({ world, args }) => {
    const content = viewArg(args, "any");
    const view = viewOf(world, textArg(args, "view_id"), textArg(args, "external_id"));
    if (content.type !== view.type)
      refuseProblems([{ pointer: "/view/type", message: "cannot change the type of a view" }], "invalid_arguments");
    return { view: slackView(world, replaceView(world, view, content, hashArg(args))) };
  },
  "views.publish": ({ world, args }) => {
    const content = viewArg(args, "home");
    const user = personOf(world, requiredArg(args, "user_id"));
    if (user.deleted || user.isBot) throw new SlackRefusal("invalid_arguments", missing("user_id"));
    return { view: slackView(world, publishHome(world, user.id, content, hashArg(args))) };
  },
  "blocks.validate": ({ args }) => {
    const given = validationSubjects.filter((subject) => hasArg(args, subject.name));
    const [subject] = given;
    if (!subject || given.length > 1) throw new SlackRefusal("invalid_arguments");
    const problems = subject.check(jsonArg(args, subject.name));
    if (problems.length > 0) throw new SlackRefusal(subject.error, { errors: problems.map(validationError) });
    return {};
  },
};
