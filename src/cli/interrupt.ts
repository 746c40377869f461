import { ExitCode } from "./exit-codes.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first Ctrl-C (or SIGTERM, or a terminal that closes) aborts the signal; the second one quits at once, which the
 * journal survives. Without a terminal, as under nohup, SIGHUP is ignored: Node does not keep that it was to be.
 *
 * @param onFirst called at the first one
 * @param onSecond called right before the process quits
 */
export function onInterrupt(
  onFirst: () => void,
  onSecond: () => void,
): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const interrupt = (name: NodeJS.Signals) => {
    if (name === "SIGHUP" && !hasTerminal()) return;
    if (controller.signal.aborted) {
      // A closing terminal may send more than one signal.
      if (name === "SIGHUP") return;
      onSecond();
      process.exit(ExitCode.Interrupted);
    }
    onFirst();
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, interrupt);
  const release = () => {
    for (const name of SIGNALS) process.off(name, interrupt);
  };
  return { signal: controller.signal, release };
}

function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
}
