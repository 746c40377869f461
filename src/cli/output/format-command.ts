import { relative } from "node:path";

/** A command as it can be typed again: through npx or by its path, if it was started that way. */
export function formatCommand(args: readonly string[]): string {
  return [getProgramName(), ...args.map(shellQuote)].join(" ");
}

function getProgramName(): string {
  const [, path = ""] = process.argv;
  if (process.env.npm_command === "exec") return "npx feishu-hire";
  return /[/\\]\.bin[/\\]/.test(path) ? shellQuote(relative("", path)) : "feishu-hire";
}

/** Quotes an argument for the shell: double quotes on Windows (cmd, PowerShell), single quotes elsewhere. */
function shellQuote(arg: string): string {
  if (/^[\w./:@%+=,\\-]+$/.test(arg) && (process.platform === "win32" || !arg.includes("\\"))) return arg;
  if (process.platform === "win32") return `"${arg.replaceAll('"', '""')}"`;
  return `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
