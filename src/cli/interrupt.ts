import { ExitCode } from "./exit-codes.js";

/** The first Ctrl-C (or SIGTERM) aborts the signal; the second leaves at once, which the journal survives. */
export function onInterrupt(announce: () => void): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(ExitCode.Interrupted);
    announce();
    controller.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  const release = () => {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  };
  return { signal: controller.signal, release };
}
