/**
 * Work that passes many rows through and keeps none of them. V8 lets what is done with grow to several times what is in use before it
 * looks; told to keep its memory small it looks sooner, which costs the work some time and spares the machine the rest.
 */
import { setFlagsFromString } from "node:v8";

let running = 0;

/** For the whole process, while any such work runs. */
export async function inSmallMemory<T>(work: () => Promise<T>): Promise<T> {
  running += 1;
  if (running === 1) setFlagsFromString("--optimize-for-size");
  try {
    return await work();
  } finally {
    running -= 1;
    if (running === 0) setFlagsFromString("--no-optimize-for-size");
  }
}
