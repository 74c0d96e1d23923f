/** A progress bar on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  show(done: number, total: number | undefined, label: string): void;
  end(): void;
}

const LINE_EVERY_MS = 2_000;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): Progress {
  const format = "{label} {bar} {value}/{total}";
  const drawn = new SingleBar({ stream, format, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  let begun = false;
  return {
    show: (done, total, label) => {
      if (!begun) {
        drawn.start(total ?? Math.max(done, 1), done, { label });
        begun = true;
      }
      drawn.setTotal(total ?? Math.max(done, 1));
      drawn.update(done, { label });
    },
    end: () => {
      if (begun) {
        drawn.stop();
        begun = false;
      }
    },
  };
}

function lines(stream: NodeJS.WriteStream): Progress {
  let said = performance.now();
  return {
    show: (done, total, label) => {
      if (performance.now() - said >= LINE_EVERY_MS) {
        said = performance.now();
        stream.write(`${label}: ${done}${total === undefined ? "" : ` of ${total}`}\n`);
      }
    },
    end: () => undefined,
  };
}
