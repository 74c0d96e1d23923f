/**
 * Where features register what a one-time link can be for, as they register listeners at the door; and where the desk's own pages
 * can be reached.
 */
import type { SubjectFacts } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Verb } from "../../domain/rights.ts";
import type { Context } from "../../platform/context.ts";
import type { FileForDownload } from "../../platform/pages/answer.ts";
import type { ModalView } from "../../platform/slack/modal.ts";

/** References that say what exactly a link is for: ids and keys, never a name. */
export type Refs = Readonly<Record<string, string>>;

/** What a link is about: whose it is, for `may`, and what the page calls it (no customer's name). */
export interface About {
  readonly subject: SubjectFacts;
  readonly title: string;
}

/** A file that lies in the evidence store already. */
export interface KeptFile {
  readonly name: string;
  readonly mimetype: string;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly lookHash?: string;
  readonly takenOn?: string;
}

/** A link that was made just now: the only moment at which its token and code are known. */
export interface FreshLink {
  readonly url: string;
  readonly code: string;
}

/** Long enough to walk to a telephone and choose pictures. */
export const LINK_MINUTES = 15;

interface Purpose {
  readonly verb: Verb;
  /** What it is about now, or why that is over. */
  about(ctx: Context, refs: Refs): Promise<About | Refusal>;
}

export interface UploadPurpose extends Purpose {
  /** How many files one form may bring. */
  readonly mostFiles: number;
  /** Joins the transaction in which the link is used, and refuses before it writes anything. */
  take(tx: Context, refs: Refs, files: readonly KeptFile[]): Promise<Refusal | undefined>;
  /** The modal in which the link was asked for, with the fresh link, or with what has arrived; none where it moved on. */
  draw(ctx: Context, refs: Refs, link?: FreshLink): Promise<ModalView | undefined>;
}

export interface DownloadPurpose extends Purpose {
  /** The file itself. Whoever fetches it has been asked for the code, and may. Records what the feature records of a reading. */
  fetch(ctx: Context, refs: Refs): Promise<FileForDownload | Refusal>;
}

export class DocumentDesk {
  readonly uploads = new Map<string, UploadPurpose>();
  readonly downloads = new Map<string, DownloadPurpose>();

  onUpload(kind: string, purpose: UploadPurpose): void {
    this.uploads.set(kind, purpose);
  }

  onDownload(kind: string, purpose: DownloadPurpose): void {
    this.downloads.set(kind, purpose);
  }

  purposeOf(kind: string): UploadPurpose | DownloadPurpose | undefined {
    return this.uploads.get(kind) ?? this.downloads.get(kind);
  }
}

/** The policy in force decides where documents go from now on, whatever a check was begun under. */
export function goesByLink({ policy }: Context): boolean {
  return policy.policy.documents.mode === "link";
}
