import type { Hall } from "../acts/hall.ts";
import type { WorkspaceSnapshot } from "../contract.ts";
import { messagesFor, snapshotOf } from "../local-page/snapshot.ts";
import { personOf } from "../records/people.ts";
import { createEntries } from "./entries.ts";
import { until } from "./patience.ts";
import { type Desk, stepsAt, type Where } from "./steps.ts";
import {
  conversationNamed,
  errorsByLabel,
  homeOf,
  modalOf,
  newestMessages,
  type ShownMessage,
  type ShownView,
  shownMessage,
} from "./surfaces.ts";

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
  /** Does not want to be disturbed from then to then, on the machine's clock; an end that has passed ends it. */
  wantsQuiet(from: Date, until: Date): void;
  /** A message, or a slash command where the text begins with one. Default place: the direct message with the app. */
  says(text: string, place?: { in?: string; thread?: string }): Promise<void>;
  /** Presses a button, by visible name or action id. Refuses what is not shown. */
  clicks(name: string, where?: Where): Promise<void>;
  /** Chooses an entry of the app in a message's menu, by its name. */
  choosesInMenu(entry: string, message: { channel: string; ts: string }): Promise<void>;
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
    ...stepsAt(desk),
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
