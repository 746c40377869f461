import { relative } from "node:path";

/** How the program was started, so that a command can be typed again: through npx, or by its path. */
function getProgramName(): string {
  const [, path = ""] = process.argv;
  // Without the flag, npx would download what has that name, should the folder have no such program.
  if (process.env.npm_command === "exec") return "npx --no-install feishu-hire";
  return /[/\\]\.bin[/\\]/.test(path) ? shellQuote(relative("", path)) : "feishu-hire";
}

/** A command as it can be typed again. */
export function formatCommand(args: readonly string[]): string {
  return [getProgramName(), ...args.map(shellQuote)].join(" ");
}

/** A text of ours in which each command can be copied and run. */
export function nameProgram(text: string): string {
  return text.replace(/feishu-hire(?= (?:--)?[a-z])/g, () => getProgramName());
}

/** Quotes an argument for the shell: double quotes on Windows (cmd, PowerShell), single quotes elsewhere. */
function shellQuote(arg: string): string {
  const isWindows = process.platform === "win32";
  // A comma and an at sign mean something to PowerShell, a percent sign to cmd.
  const isPlain = isWindows ? /^[\w./:+=\\-]+$/ : /^[\w./:@%+=,-]+$/;
  if (isPlain.test(arg)) return arg;
  if (isWindows) return `"${arg.replaceAll('"', '""')}"`;
  return `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
