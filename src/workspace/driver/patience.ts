import type { World } from "../world.ts";

/**
 * Waits until `look` answers something true, looking again at each change of the workspace and every 25 ms.
 * Throws with `complaint` once `ms` milliseconds have passed.
 */
export async function until<T>(
  world: World,
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  ms: number,
  complaint: () => string,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    const left = end - performance.now();
    if (left <= 0) throw new Error(complaint());
    await new Promise<void>((resolve) => {
      const wake = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
      const stop = world.watch(wake);
      const timer = setTimeout(wake, Math.min(25, left));
    });
  }
}
