/** What stands at an address of our own pages, before it becomes HTML. All text is plain; only `html.ts` escapes. */
import type { Language } from "../../domain/vocabulary.ts";

export type PageAnswer =
  | { readonly kind: "page"; readonly status: number; readonly page: Page }
  | ({ readonly kind: "file" } & FileForDownload);

/** A file on disk is read as it is sent. */
export type FileForDownload = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string; readonly sizeBytes: number }
);

export interface Page {
  readonly language: Language;
  /** Whose page it is, above the title. */
  readonly from: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** What went wrong with the last attempt. */
  readonly problem?: string;
  readonly form?: PageForm;
}

export interface PageForm {
  /** `typed`: what was right in the last attempt and need not be typed again. */
  readonly code: { readonly label: string; readonly hint: string; readonly typed?: string };
  /** Where files are handed in. */
  readonly files?: {
    readonly label: string;
    readonly hint: string;
    readonly accept: string;
    readonly several: boolean;
  };
  readonly submit: string;
}

export interface SentForm {
  readonly code: string;
  readonly files: readonly SentFile[];
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whoever answers for the addresses. `language` is what the browser asks for, in case nobody is known. */
export interface PageSource {
  look(token: string, language: Language): Promise<PageAnswer>;
  /** How many bytes a form may send to this address now; none where no form is waited for. */
  mostBytes(token: string): Promise<number>;
  take(token: string, language: Language, sent: SentForm): Promise<PageAnswer>;
  /** The form did not arrive whole. */
  refuse(token: string, language: Language, why: "too_large" | "unreadable" | "busy"): Promise<PageAnswer>;
  /** Something of ours failed. */
  broken(language: Language): PageAnswer;
}
