import { UNSUPPORTED_PROXY } from "#transport";
import { describeFailure } from "../../importer/index.js";
import { ConnectionError } from "../../index.js";
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
      if (error instanceof ConnectionError && error.systemCode === UNSUPPORTED_PROXY)
        return translate(doctorMessages.unsupportedProxy);
      if (state === "failed") return translate(doctorMessages.hostFailed, { host, reason });
      return "proxy" in details
        ? translate(doctorMessages.hostThroughProxy, { host, proxy: text("proxy") })
        : translate(doctorMessages.host, { host });
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
      const seconds = Math.abs(Number(details.seconds));
      return translate(state === "ok" ? doctorMessages.clock : doctorMessages.clockFailed, { seconds });
    }
    case "limit":
      return state === "ok"
        ? translate(doctorMessages.limit, { limit: text("limit") })
        : translate(doctorMessages.limitUnknown);
  }
}
