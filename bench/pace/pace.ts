/** How long a person takes for what they do with a form, besides the waiting: said here, so that everybody can say otherwise. */
export const PACE = {
  /** Reading a label, and finding its field. */
  fieldMs: 1500,
  /** A press, a tick, a choice in an open list. */
  tapMs: 800,
  /** One character, at about 36 words of English a minute; a Chinese one takes longer, unless it is spoken. */
  characterMs: 330,
  /** Taking in a view that asks nothing: the figures beside the last ones, the summary. */
  viewMs: 4000,
} as const;

/** What was done, and how long the desk was waited for. */
export class Tally {
  steps = 0;
  views = 0;
  typed = 0;
  /** Of those typed: asked in turn only. */
  rotating = 0;
  chosen = 0;
  taps = 0;
  characters = 0;
  waitedMs = 0;

  types(text: string): void {
    this.typed += 1;
    this.taps += 1;
    this.characters += text.length;
  }

  chooses(taps: number): void {
    this.chosen += 1;
    this.taps += taps;
  }

  async waits<T>(work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await work();
    this.waitedMs += performance.now() - began;
    return done;
  }

  /** Whole seconds of a person at this pace. */
  seconds(): number {
    const { fieldMs, tapMs, characterMs, viewMs } = PACE;
    const fields = this.typed + this.chosen;
    const own = fields * fieldMs + this.taps * tapMs + this.characters * characterMs + this.views * viewMs;
    return Math.round((own + this.waitedMs) / 1000);
  }
}
