import { describeFailure } from "../../importer/index.js";
import { formatText, translate } from "../language/translate.js";
import { doctorMessages } from "../messages/commands/doctor.js";
import type { Check } from "./diagnose.js";

/** A check as a line: its mark, and what it has found or what helps. */
export function describeCheck(check: Check): string {
  return translate(doctorMessages[check.state], { text: describe(check) });
}

function describe({ name, state, error, details = {} }: Check): string {
  const text = (key: string) => String(details[key] ?? "");
  const reason = error ? formatText(describeFailure(error)) : "";
  switch (name) {
    case "host": {
      const host = text("host");
      if (state === "failed") return translate(doctorMessages.hostFailed, { host, reason });
      const proxy = findProxy(host);
      return proxy === undefined
        ? translate(doctorMessages.host, { host })
        : translate(doctorMessages.hostThroughProxy, { host, proxy });
    }
    case "credentials": {
      const app = text("app");
      if (state === "ok") return translate(doctorMessages.credentials, { app });
      return "other" in details
        ? translate(doctorMessages.otherHost, { app, other: text("other") })
        : translate(doctorMessages.credentialsFailed, { app, reason });
    }
    case "readScope":
      return state === "ok"
        ? translate(doctorMessages.readScope)
        : translate(doctorMessages.readScopeFailed, { reason });
    case "writeScope":
      return translate(doctorMessages.writeScope);
    case "clock": {
      if (state === "unknown") return translate(doctorMessages.clockUnknown);
      const seconds = text("seconds");
      return translate(state === "ok" ? doctorMessages.clock : doctorMessages.clockFailed, { seconds });
    }
    case "limit":
      return state === "ok"
        ? translate(doctorMessages.limit, { limit: text("limit") })
        : translate(doctorMessages.limitUnknown);
  }
}

/** The proxy of the environment, without its credentials. */
function findProxy(host: string): string | undefined {
  const name = host.startsWith("https:") ? "https_proxy" : "http_proxy";
  const proxy = process.env[name] ?? process.env[name.toUpperCase()];
  if (!proxy || !URL.canParse(proxy)) return undefined;
  return new URL(proxy).host;
}
