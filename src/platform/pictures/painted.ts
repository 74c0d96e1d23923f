/** What a command or a message shows, as one picture (PNG) for whoever wants none of Slack's own charts and tables. */
import { DrawingThread } from "../drawing-thread.ts";
import type { View } from "../view.ts";

const thread = new DrawingThread<Pick<View, "title" | "pieces">>(new URL("./paint-thread.mjs", import.meta.url));

/** Buttons are left out: nobody can press a picture. Throws what the drawing reports, or an Error where it does not come to an end. */
export function painted({ title, pieces }: View): Promise<Uint8Array> {
  return thread.draw({ title, pieces });
}
