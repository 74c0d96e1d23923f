/** What the load is told, and what it answers. */

export interface LoadOrder {
  /** The bot's. */
  readonly port: number;
  readonly signingSecret: string;
  /** So many different officers press at the same moment. */
  readonly atOnce: number;
  readonly rounds: number;
  readonly pauseMs: number;
  /** Every round presses the button of each officer's next inspection. */
  readonly firstPlace: number;
  /** Wait until each of them sees a modal. */
  readonly modals: boolean;
  /** From now on, posting is answered with 429 for so long. */
  readonly limitedMs: number;
}

export interface LoadAnswer {
  readonly ackMs: readonly number[];
  readonly modalMs: readonly number[];
  /** Modals that never came: each stands in `modalMs` with the longest wait. */
  readonly missing: number;
  /** How often the bot tried to post. */
  readonly posts: number;
}
