import type { Hall } from "../acts/hall.ts";
import { perform } from "../acts/perform.ts";
import type { WorkspaceAct, WorkspaceSnapshot } from "../contract.ts";
import { messagesFor, snapshotOf } from "../local-page/snapshot.ts";
import { storeFile } from "../records/files.ts";
import { personOf } from "../records/people.ts";
import type { Control } from "../records/view-values.ts";
import { topModal } from "../records/views.ts";
import type { View } from "../world.ts";
import {
  chosenValue,
  createEntries,
  dispatches,
  type Entries,
  isChosen,
  isFileInput,
  isTyped,
  optionNamed,
  optionsOf,
  typedValue,
} from "./entries.ts";
import { until } from "./patience.ts";
import {
  conversationNamed,
  errorsByLabel,
  findControl,
  homeOf,
  modalOf,
  newestMessages,
  type ShownMessage,
  type ShownView,
  type Surface,
  shownMessage,
  surfaceOfMessage,
  surfaceOfView,
} from "./surfaces.ts";

/** Where to look for a control, and for how long. */
export interface Where {
  /** Only here: a message, the Home tab or the modal. Without it: the open modal, else Home after opensHome, else messages, newest first. */
  in?: ShownMessage | "home" | "modal";
  /** The block that shows this text, or what stands directly under it. */
  beside?: string;
  /** Milliseconds to wait for the control to appear; default 1,000. */
  patience?: number;
  /** False declines the confirmation dialog. */
  confirm?: boolean;
}

/** A person in the workspace, driven without a browser. Each step resolves when the app has acknowledged and all is quiet. */
export interface PersonDriver {
  readonly id: string;
  readonly snapshot: WorkspaceSnapshot;
  readonly modal: ShownView | null;
  readonly home: ShownView | null;
  /** Errors at the fields of the modal, by label. */
  readonly errors: Record<string, string>;
  /** What Slack told this person about their last step, such as a missing answer. */
  readonly notice: string | null;
  opensHome(): Promise<void>;
  /** A message, or a slash command where the text begins with one. Default place: the direct message with the app. */
  says(text: string, place?: { in?: string; thread?: string }): Promise<void>;
  /** Presses a button, by visible name or action id. Refuses what is not shown. */
  clicks(name: string, where?: Where): Promise<void>;
  /** Types into a field, by label or action id; the app hears of it only where the field dispatches. */
  fills(name: string, value: string, where?: Where & { enter?: boolean }): Promise<void>;
  /** Chooses in a menu, radio group, check boxes or overflow menu, by visible text, value, or id of a person or channel. */
  chooses(name: string, choice: string | string[], where?: Where & { query?: string }): Promise<void>;
  attaches(name: string, ...files: { name: string; bytes: Uint8Array }[]): Promise<void>;
  /** Presses the modal's submit button; `twice` sends the same submission two times at once. */
  submits(how?: { twice?: boolean }): Promise<void>;
  /** Closes the modal, or all of them. */
  closes(how?: { all?: boolean }): Promise<void>;
  /** Messages of the app, oldest first; default place: the direct message with the app. */
  messagesFromBot(conversation?: string): ShownMessage[];
  messagesIn(conversation?: string): ShownMessage[];
  /** The newest message of the app in the direct message, or undefined. */
  readonly lastMessage: ShownMessage | undefined;
  /** Whether any surface on this person's screen shows the text. */
  sees(text: string): boolean;
  /** Waits until the look answers something true; default 2,000 ms. */
  eventually<T>(look: () => T | undefined | null | false, ms?: number): Promise<T>;
}

interface Desk {
  hall: Hall;
  id: string;
  entries: Entries;
  place: "home" | "messages";
}

const defaultPatienceMs = 1000;

function surfacesOf(desk: Desk, where: Where): Surface[] {
  const { world } = desk.hall;
  const modal = modalOf(world, desk.id);
  const home = homeOf(world, desk.id);
  if (typeof where.in === "object") {
    const { channel, ts } = where.in;
    return newestMessages(world, desk.id)
      .filter((message) => message.channel === channel && message.ts === ts)
      .map(surfaceOfMessage);
  }
  if (where.in === "modal" || (modal && where.in === undefined)) return modal ? [surfaceOfView(modal)] : [];
  const homes = home ? [surfaceOfView(home)] : [];
  if (where.in === "home") return homes;
  const messages = newestMessages(world, desk.id).map(surfaceOfMessage);
  return desk.place === "home" ? [...homes, ...messages] : [...messages, ...homes];
}

async function locate(desk: Desk, name: string, fits: (control: Control) => boolean, where: Where) {
  const look = () => {
    for (const surface of surfacesOf(desk, where)) {
      const control = findControl(surface, name, fits, where.beside);
      if (control) return { surface, control };
    }
    return undefined;
  };
  return await until(desk.hall.world, look, where.patience ?? defaultPatienceMs, () => {
    const surfaces = surfacesOf(desk, where).slice(0, 3);
    const shown = surfaces.map((one) => `${one.name}: ${JSON.stringify(one.blocks).slice(0, 600)}`).join("\n");
    return `${desk.id} does not see "${name}"${where.beside ? ` beside "${where.beside}"` : ""}. On screen:\n${shown || "nothing"}`;
  });
}

async function act(desk: Desk, what: WorkspaceAct): Promise<void> {
  const answer = await perform(desk.hall, what);
  await desk.hall.world.activity.quiet();
  if (!answer.ok) throw new Error(answer.error);
}

const viewIn = (desk: Desk, surface: Surface): View | undefined => {
  const { world } = desk.hall;
  const id = "view" in surface.where ? surface.where.view : "";
  const home = world.homes.get(desk.id);
  return world.views.get(id) ?? (home?.id === id ? home : undefined);
};

async function dispatch(desk: Desk, surface: Surface, control: Control, payload: Record<string, unknown>) {
  const view = viewIn(desk, surface);
  await act(desk, {
    as: desk.id,
    kind: "block_action",
    where: surface.where,
    blockId: control.blockId,
    actionId: control.actionId,
    payload,
    values: view ? desk.entries.of(view) : undefined,
  });
}

/** Sets a control: kept as typed in a view, sent at once where the control dispatches. */
async function enter(desk: Desk, found: Found, value: Record<string, unknown>, pressedEnter: boolean): Promise<void> {
  const { surface, control } = found;
  const view = viewIn(desk, surface);
  if (view) desk.entries.set(view, control, value);
  if (view && view.type === "modal" && !dispatches(control, pressedEnter)) return;
  const { type: _type, ...payload } = value;
  await dispatch(desk, surface, control, payload);
}

type Found = Awaited<ReturnType<typeof locate>>;

async function choicesFor(desk: Desk, found: Found, wanted: string[], query?: string) {
  const { control, surface } = found;
  if (/users|conversations|channels/.test(control.type)) return wanted;
  if (!control.type.includes("external")) return wanted.map((text) => optionNamed(optionsOf(control.element), text));
  const view = viewIn(desk, surface);
  const picked = [];
  for (const text of wanted) {
    const place = { view: view?.id ?? "", blockId: control.blockId, actionId: control.actionId };
    const answer = await perform(desk.hall, { as: desk.id, kind: "options", ...place, query: query ?? text });
    if (!answer.ok) throw new Error(answer.error);
    picked.push(optionNamed(optionsOf({ options: answer.options, option_groups: answer.optionGroups }), text));
  }
  return picked;
}

function openModal(desk: Desk): View {
  const view = topModal(desk.hall.world, desk.id);
  if (!view) throw new Error(`${desk.id} has no modal open.`);
  return view;
}

async function say(desk: Desk, text: string, place: { in?: string; thread?: string } = {}): Promise<void> {
  const { world } = desk.hall;
  const channel = conversationNamed(world, desk.id, place.in).id;
  desk.place = "messages";
  if (!text.startsWith("/")) {
    await act(desk, { as: desk.id, kind: "say", channel, text, threadTs: place.thread });
    return;
  }
  const [command = "", ...words] = text.split(" ");
  await act(desk, { as: desk.id, kind: "command", channel, command, text: words.join(" ") });
}

async function submitModal(desk: Desk, twice: boolean): Promise<void> {
  const view = openModal(desk);
  if (!view.submit) throw new Error(`The modal "${String(view.title.text)}" has no submit button.`);
  const submission: WorkspaceAct = { as: desk.id, kind: "submit", view: view.id, values: desk.entries.of(view) };
  await Promise.all(twice ? [act(desk, submission), act(desk, submission)] : [act(desk, submission)]);
}

function steps(desk: Desk) {
  const { hall, id } = desk;
  return {
    async opensHome() {
      desk.place = "home";
      await act(desk, { as: id, kind: "open_home" });
    },
    says: (text: string, place?: { in?: string; thread?: string }) => say(desk, text, place),
    async clicks(name: string, where: Where = {}) {
      const { surface, control } = await locate(desk, name, (one) => one.type.endsWith("button"), where);
      if (control.element.confirm !== undefined && where.confirm === false) return;
      await dispatch(desk, surface, control, {});
    },
    async fills(name: string, value: string, where: Where & { enter?: boolean } = {}) {
      const found = await locate(desk, name, isTyped, where);
      await enter(desk, found, typedValue(found.control, value), where.enter ?? false);
    },
    async chooses(name: string, choice: string | string[], where: Where & { query?: string } = {}) {
      const found = await locate(desk, name, isChosen, where);
      if (found.control.element.confirm !== undefined && where.confirm === false) return;
      const chosen = await choicesFor(desk, found, [choice].flat(), where.query);
      await enter(desk, found, chosenValue(found.control, chosen), false);
    },
    async attaches(name: string, ...files: { name: string; bytes: Uint8Array }[]) {
      const found = await locate(desk, name, isFileInput, {});
      const stored = files.map((file) => storeFile(hall.world, id, file.name, Buffer.from(file.bytes)));
      const value = { type: "file_input", files: stored.map((file) => ({ id: file.id })) };
      await enter(desk, found, value, false);
    },
    submits: (how: { twice?: boolean } = {}) => submitModal(desk, how.twice ?? false),
    async closes(how: { all?: boolean } = {}) {
      await act(desk, { as: id, kind: "close", view: openModal(desk).id, clearAll: how.all ?? false });
    },
  };
}

/** A driver for one person of this workspace. */
export function createPersonDriver(hall: Hall, id: string): PersonDriver {
  const { world } = hall;
  const desk: Desk = { hall, id, entries: createEntries(), place: "messages" };
  const messagesIn = (conversation?: string) =>
    messagesFor(world, conversationNamed(world, id, conversation), id).map(shownMessage);
  const messagesFromBot = (conversation?: string) =>
    messagesIn(conversation).filter((message) => message.author === world.options.bot.userId);
  return {
    id,
    ...steps(desk),
    messagesIn,
    messagesFromBot,
    get snapshot() {
      return snapshotOf(world, personOf(world, id));
    },
    get modal() {
      return modalOf(world, id);
    },
    get home() {
      return homeOf(world, id);
    },
    get errors() {
      return errorsByLabel(modalOf(world, id));
    },
    get notice() {
      return world.notices.get(id) ?? null;
    },
    get lastMessage() {
      return messagesFromBot().at(-1);
    },
    sees(text) {
      const views = [modalOf(world, id), homeOf(world, id)].map((view) => view?.text ?? "");
      const messages = newestMessages(world, id).map((message) => message.shown);
      return [...views, ...messages, world.notices.get(id) ?? ""].some((shown) => shown.includes(text));
    },
    eventually: (look, ms = 2000) =>
      until(world, look, ms, () => `${id} waited ${ms} ms in vain for: ${look.toString()}`),
  };
}
