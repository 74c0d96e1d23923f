/** Socket Mode over two lines that feed one app: while one is being replaced, the other hears. */
import type { App, Receiver } from "@slack/bolt";
import { SocketModeClient, type SocketModeOptions } from "@slack/socket-mode";
import type { Log } from "../../log.ts";
import { type Answer, Heard, keyOf } from "./heard.ts";
import { type Delivered, SocketLine } from "./line.ts";

const LINES = 2;

export class TwoSockets implements Receiver {
  private app: App | undefined;
  private readonly heard = new Heard();
  private readonly lines: readonly SocketLine[];
  private readonly log: Log;

  constructor(options: SocketModeOptions, log: Log) {
    this.log = log;
    const ways = {
      makeClient: () => new SocketModeClient({ ...options, autoReconnectEnabled: false }),
      hear: (delivered: Delivered) => this.hear(delivered),
      log,
    };
    this.lines = Array.from({ length: LINES }, () => new SocketLine(ways));
  }

  init(app: App): void {
    this.app = app;
  }

  /** Open as soon as one line is; throws where Slack refuses it. The other follows. */
  async start(): Promise<void> {
    const [first, ...others] = this.lines;
    try {
      await first?.open();
    } catch (failure) {
      await this.stop();
      throw failure;
    }
    for (const line of others) void line.keepOpen();
  }

  /** Whether Slack can deliver over one of them. */
  get hears(): boolean {
    return this.lines.some(({ isOpen }) => isOpen);
  }

  async stop(): Promise<void> {
    for (const line of this.lines) line.close();
  }

  private async hear(delivered: Delivered): Promise<void> {
    let answered: (answer: Answer) => void = () => undefined;
    const answer = new Promise<Answer>((resolve) => {
      answered = resolve;
    });
    const first = this.heard.first(keyOf(delivered), answer);
    try {
      const given = await first;
      await (given === undefined
        ? this.process(delivered, (response) => answered({ response }))
        : delivered.ack(given.response));
    } catch (failure) {
      this.log.error({ failure }, "a delivery could not be answered");
    } finally {
      answered(undefined);
    }
  }

  private async process(delivered: Delivered, answered: (response: unknown) => void): Promise<void> {
    await this.app?.processEvent({
      body: delivered.body,
      ack: async (response: unknown) => {
        answered(response);
        await delivered.ack(response);
      },
      ...(delivered.retry_num === undefined ? {} : { retryNum: delivered.retry_num }),
      ...(delivered.retry_reason === undefined ? {} : { retryReason: delivered.retry_reason }),
    });
  }
}
