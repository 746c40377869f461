import type { Message } from "../importer/index.js";
import { ExitCode } from "./exit-codes.js";
import { translate } from "./language/translate.js";
import { printLine } from "./output/print.js";
import { StatusLine } from "./output/status-line.js";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first Ctrl-C (or SIGTERM, or a terminal that closes) aborts the signal; the second one quits at once, which the
 * journal survives. Without a terminal, as under nohup, SIGHUP is ignored: Node itself does not keep to nohup.
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

/**
 * Runs something that changes nothing, so that Ctrl-C ends it at once, and shows how far it is.
 *
 * @param interrupted what to print after Ctrl-C
 * @returns undefined if it was interrupted
 */
export async function runWithStatus<Result>(
  { formatStatus, interrupted }: { readonly formatStatus: () => string; readonly interrupted: Message },
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | undefined> {
  const interrupt = onInterrupt(
    () => {},
    () => {},
  );
  const line = new StatusLine(process.stderr, formatStatus);
  try {
    return await run(interrupt.signal);
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    line.end();
    printLine(translate(interrupted));
    return undefined;
  } finally {
    line.end();
    interrupt.release();
  }
}

function hasTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].some(({ isTTY }) => isTTY);
}
