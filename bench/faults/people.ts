/** What the people of a run do, and what they are told: they press again until they are told that it is saved. */

import type { PersonDriver, ShownView } from "../../src/workspace/workspace.ts";
import { borrowerName, officerId, REVIEWER } from "./book.ts";
import type { Scene } from "./scene.ts";

const SUMMARY = "Summary";
const SUBMITTED = "Submitted";
const ALREADY = "already been submitted";
const PATIENCE_MS = 8_000;
const OPENS = 3;
/** What follows an acknowledgement at once where nothing is broken. */
const SEEN_WITHIN_MS = 2_000;
const DONE = ["is approved.", "approved report", "Approved by"];

export interface Act {
  /** Opens what is needed. */
  prepare(): Promise<void>;
  /** Presses, until it is acknowledged or so many times. */
  press(times: number): Promise<void>;
  /** The person has been told, or could see, that it is saved. */
  readonly acknowledged: boolean;
}

/** On a slow machine Slack shows nothing any more, and the person presses again. */
async function untilShown(person: PersonDriver, isIt: (modal: ShownView) => boolean, open: () => Promise<void>) {
  for (let left = OPENS; ; left -= 1) {
    await open();
    const shown = () => person.modal !== null && isIt(person.modal);
    try {
      await person.eventually(shown, PATIENCE_MS);
      return;
    } catch (failure) {
      if (left === 0) {
        throw failure;
      }
      await (person.modal === null ? undefined : person.closes({ all: true }));
    }
  }
}

/** The officer's finished draft of their first item. */
export class Submitting implements Act {
  private readonly scene: Scene;
  private readonly place: number;
  private readonly number: string;
  private readonly whenAcknowledged: (() => Promise<void>) | undefined;
  acknowledged = false;

  /** `number` is the inspection's. */
  constructor(scene: Scene, place: number, number: string, whenAcknowledged?: () => Promise<void>) {
    this.scene = scene;
    this.place = place;
    this.number = number;
    this.whenAcknowledged = whenAcknowledged;
  }

  private get person(): PersonDriver {
    return this.scene.as(officerId(this.place));
  }

  async prepare(): Promise<void> {
    const { number } = this;
    await untilShown(
      this.person,
      ({ title }) => title === SUMMARY,
      () =>
        // A list that was drawn plainly has no buttons.
        this.person
          .clicks("Continue", { beside: borrowerName(this.place, 0) })
          .catch(() => this.person.says(`/postloan check ${number}`)),
    );
  }

  async press(times: number): Promise<void> {
    for (let tried = 0; tried < times && !this.acknowledged; tried += 1) {
      await this.pressOnce();
    }
  }

  private async pressOnce(): Promise<void> {
    const { modal } = this.person;
    if (modal !== null && modal.title !== SUMMARY) {
      // A sentence of the desk lies on top of the form.
      this.acknowledged = modal.text.includes(ALREADY);
      await this.person.closes();
      return;
    }
    let pulled: Promise<void> | undefined;
    const watching = this.person
      .eventually(() => this.isSaved(), PATIENCE_MS)
      .then(() => {
        pulled = this.whenAcknowledged?.();
      })
      .catch(() => undefined);
    await this.person.submits();
    const saved = this.isSaved();
    await (saved ? watching : undefined);
    this.acknowledged = this.person.notice === null && saved;
    await pulled;
  }

  private isSaved(): boolean {
    const title = this.person.modal?.title;
    return title === undefined || title === SUBMITTED;
  }
}

/** The reviewer approves the report that they were asked to review. */
export class Approving implements Act {
  private readonly person: PersonDriver;
  acknowledged = false;

  constructor(scene: Scene) {
    this.person = scene.as(REVIEWER);
  }

  async prepare(): Promise<void> {
    await untilShown(
      this.person,
      ({ buttons }) => buttons.includes("Approve"),
      () =>
        this.person.clicks("Review").catch(async () => {
          await this.person.says("/postloan queue");
          await this.person.clicks("Review");
        }),
    );
  }

  async press(times: number): Promise<void> {
    for (let tried = 0; tried < times && !this.acknowledged; tried += 1) {
      await this.pressOnce();
    }
  }

  private async pressOnce(): Promise<void> {
    if (this.isDone()) {
      this.acknowledged = true;
    } else if (this.isToldNo()) {
      await this.person.closes();
    } else {
      await this.person.clicks("Approve");
      await this.person.eventually(() => this.isDone() || this.isToldNo(), SEEN_WITHIN_MS).catch(() => undefined);
      this.acknowledged = this.person.notice === null && !this.isToldNo();
    }
  }

  private isDone(): boolean {
    return DONE.some((words) => this.person.modal?.text.includes(words));
  }

  /** A sentence of the desk lies on top of the report. */
  private isToldNo(): boolean {
    return !this.isDone() && !(this.person.modal?.buttons.includes("Approve") ?? false);
  }
}
