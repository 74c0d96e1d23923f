/** The most memory that this process ever held, in megabytes. */
import { readFileSync } from "node:fs";

/**
 * Linux counts what the parent held when it started the child into the child's `maxRSS`, and a bench that wrote a big book before holds much; the
 * high-water mark of the process's own pages begins with its program.
 */
export function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // Another system than Linux.
  }
  return process.resourceUsage().maxRSS / 1024;
}
