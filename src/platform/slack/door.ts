/**
 * The one way in for what people do in Slack. Whatever arrives is stored before Slack is told, comes from a person known by
 * team id and user id, and is registered with the verb its use case authorizes. Features register here; nobody else may
 * speak to Bolt (a layer rule and a test hold that).
 */
import type { Verb } from "../../domain/rights.ts";
import type { Moment } from "../../domain/vocabulary.ts";
import type { Context } from "../context.ts";
import type { Db } from "../storage/index.ts";
import type { Piece, View } from "../view.ts";
import type { ModalView, SubmissionAnswer } from "./modal.ts";
import type { ActionElement, Click, MessageShortcut, SlackUser, Submission } from "./payload.ts";
import type { SharedFile } from "./share-file.ts";

/** How a use case answers the person who is looking; every call is one Slack call to the client for people who wait. */
export interface Reply {
  /** Opens a modal at once; when the view is late a skeleton stands until it is there. */
  openModal(build: () => Promise<ModalView>): Promise<void>;
  /** Puts a modal on top of the open one (details and confirmations). */
  pushModal(build: () => Promise<ModalView>): Promise<void>;
  /** Replaces the open modal; a newer one wins over a stale hash. */
  updateModal(view: ModalView): Promise<void>;
  /** Draws the person's Home tab again. */
  showHome(): Promise<void>;
  /** Says something only this person sees, where they acted. */
  tell(view: View): Promise<void>;
  /** Gives a file of ours, in their own conversation with the app. Throws what Slack answers. */
  share(file: SharedFile): Promise<void>;
}

export type ClickRun = (ctx: Context, click: Click, reply: Reply) => Promise<void>;
export type SubmissionRun = (ctx: Context, submission: Submission, reply: Reply) => Promise<SubmissionAnswer>;
export type ShortcutRun = (ctx: Context, shortcut: MessageShortcut, reply: Reply) => Promise<void>;
export type CommandRun = (ctx: Context, text: string, reply: Reply) => Promise<void>;
/** `choices`: what the reader narrowed it to, as the feature wrote it down. */
export type HomeRun = (ctx: Context, choices: string) => Promise<readonly Piece[]>;
/** A recorded change: who made it, and to what. */
export interface Touch {
  readonly seq: bigint;
  readonly actorId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
}
/** Whose Home tab changes can alter: by person the newest that concerns them, and the newest that may concern everybody (0: none). */
export interface Concerned {
  readonly newest: ReadonlyMap<string, bigint>;
  readonly everybody: bigint;
}
export type HomeConcerns = (
  db: Db,
  changes: readonly Touch[],
  readerIds: readonly string[],
  now: Moment,
) => Promise<Concerned>;
export interface HomeTab {
  readonly verb: Verb;
  readonly run: HomeRun;
  readonly concerns: HomeConcerns;
}
export type OptionsRun = (
  ctx: Context,
  query: string,
  element: ActionElement,
) => Promise<{ text: string; value: string }[]>;

export interface ClickListener {
  readonly verb: Verb;
  readonly run: ClickRun;
  /** A decision is run again after a crash; opening a modal is not, since its trigger is gone. */
  readonly again: boolean;
  /** Draft saves come often and are stored by their use case; they are no deliveries. */
  readonly draft: boolean;
}

export interface Listeners {
  readonly clicks: ReadonlyMap<string, ClickListener>;
  readonly submissions: ReadonlyMap<string, { verb: Verb; run: SubmissionRun }>;
  readonly options: ReadonlyMap<string, { verb: Verb; run: OptionsRun }>;
  readonly shortcuts: ReadonlyMap<string, { verb: Verb; run: ShortcutRun }>;
  readonly command: CommandRun | undefined;
  readonly home: HomeTab | undefined;
  readonly userChanged: ((user: SlackUser) => Promise<void>) | undefined;
}

export class Door implements Listeners {
  readonly clicks = new Map<string, ClickListener>();
  readonly submissions = new Map<string, { verb: Verb; run: SubmissionRun }>();
  readonly options = new Map<string, { verb: Verb; run: OptionsRun }>();
  readonly shortcuts = new Map<string, { verb: Verb; run: ShortcutRun }>();
  command: CommandRun | undefined;
  home: HomeTab | undefined;
  userChanged: ((user: SlackUser) => Promise<void>) | undefined;

  /** A button that opens or shows something. */
  onOpen(id: string, verb: Verb, run: ClickRun): void {
    this.addClick(id, { verb, run, again: false, draft: false });
  }

  /** A button that decides something: stored before the acknowledgement and run again after a crash. */
  onDecision(id: string, verb: Verb, run: ClickRun): void {
    this.addClick(id, { verb, run, again: true, draft: false });
  }

  /** An input that tells us its value while the person is still filling in. */
  onInput(id: string, verb: Verb, run: ClickRun): void {
    this.addClick(id, { verb, run, again: false, draft: true });
  }

  onSubmission(id: string, verb: Verb, run: SubmissionRun): void {
    this.submissions.set(unused(this.submissions, id), { verb, run });
  }

  onOptions(id: string, verb: Verb, run: OptionsRun): void {
    this.options.set(unused(this.options, id), { verb, run });
  }

  /** An entry of a message's menu in Slack, as manifest.yml names it. */
  onShortcut(id: string, verb: Verb, run: ShortcutRun): void {
    this.shortcuts.set(unused(this.shortcuts, id), { verb, run });
  }

  private addClick(id: string, listener: ClickListener): void {
    this.clicks.set(unused(this.clicks, id), listener);
  }
}

function unused(taken: ReadonlyMap<string, unknown>, id: string): string {
  if (taken.has(id)) {
    throw new Error(`two listeners for ${id}`);
  }
  return id;
}
