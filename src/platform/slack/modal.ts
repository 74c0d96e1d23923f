/** Modals: their shape, and the answers that a submission may give. */
import type { KnownBlock, ModalView as SlackModal } from "@slack/types";
import { cleanText, clip } from "./mrkdwn.ts";
import { plain } from "./render.ts";

const TITLE = 24;

export interface ModalView {
  readonly callbackId: string;
  readonly title: string;
  readonly submit?: string;
  readonly close: string;
  readonly blocks: KnownBlock[];
  /** Our references, never a customer's name (3,000 characters at most). */
  readonly metadata?: string;
  /** Ask Slack to tell when the person closes it. */
  readonly notifyOnClose?: boolean;
}

export type SubmissionAnswer =
  | { readonly kind: "close" }
  | { readonly kind: "clear" }
  | { readonly kind: "errors"; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: "update"; readonly view: ModalView }
  | { readonly kind: "push"; readonly view: ModalView };

export function slackModal(view: ModalView): SlackModal {
  return {
    type: "modal",
    callback_id: view.callbackId,
    title: plain(view.title, TITLE),
    close: plain(view.close, TITLE),
    ...(view.submit === undefined ? {} : { submit: plain(view.submit, TITLE) }),
    private_metadata: view.metadata ?? "",
    notify_on_close: view.notifyOnClose ?? false,
    blocks: view.blocks,
  };
}

/** The body of the acknowledgement; kept with the delivery, so that a repeat gets the same answer. */
export type AckBody =
  | undefined
  | { response_action: "clear" }
  | { response_action: "errors"; errors: Record<string, string> }
  | { response_action: "update" | "push"; view: SlackModal };

export function ackBody(answer: SubmissionAnswer): AckBody {
  switch (answer.kind) {
    case "close":
      return undefined;
    case "clear":
      return { response_action: "clear" };
    case "errors":
      return { response_action: "errors", errors: shortErrors(answer.errors) };
    default:
      return { response_action: answer.kind, view: slackModal(answer.view) };
  }
}

function shortErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([block, text]) => [block, clip(cleanText(text), 2000)]));
}
