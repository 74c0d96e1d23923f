import type { Exchange } from "../http-exchange.ts";
import type { World } from "../world.ts";

/** Server-sent events: each only says that something has changed; the page then loads its snapshot again. */
export interface Feed {
  open(exchange: Exchange): void;
  close(): void;
}

export function createFeed(world: World): Feed {
  const pages = new Set<Exchange["response"]>();
  let planned: NodeJS.Timeout | undefined;
  const tell = () => {
    planned = undefined;
    for (const page of pages) page.write(`event: changed\ndata: {"version":${world.version}}\n\n`);
  };
  // Changes come in bursts; the page needs one word for all of them.
  const stop = world.watch(() => {
    planned ??= setTimeout(tell, 15).unref();
  });
  const breath = setInterval(() => {
    for (const page of pages) page.write(": still here\n\n");
  }, 20_000).unref();
  return {
    open({ request, response }) {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(`retry: 500\nevent: changed\ndata: {"version":${world.version}}\n\n`);
      pages.add(response);
      request.on("close", () => pages.delete(response));
    },
    close() {
      stop();
      clearInterval(breath);
      clearTimeout(planned);
      for (const page of pages) page.end();
    },
  };
}
