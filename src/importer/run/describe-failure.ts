import { errorMeanings } from "../../../generated/error-codes.js";
import { errorCodesZh } from "../../../generated/error-codes-zh.js";
import {
  ConfigurationError,
  ConnectionError,
  FeishuApiError,
  type FeishuHireError,
  InvalidResponseError,
  PermissionError,
  TimeoutError,
} from "../../index.js";
import { failureKinds } from "../messages/errors/failure-kinds.js";
import { type LocalText, listTexts, type Phrase, phrase } from "../messages/phrase.js";

/** Describes why a call failed, and how to fix it. In English it is the error's own message. */
export function describeFailure(error: FeishuHireError): Phrase {
  return phrase("text", { text: { en: error.message, zh: explain(error).format("zh") } });
}

/** Describes why a call failed in a few words, without what Feishu's message may repeat of the interview. */
export function summarizeFailure(error: FeishuHireError): Phrase {
  if (!(error instanceof FeishuApiError)) return describeErrorName(error.name);
  return phrase("apiFailure", { name: describeErrorName(error.name), code: describeCode(error) });
}

function describeCode({ code, logId }: FeishuApiError): Phrase {
  return logId === undefined ? phrase("codeAlone", { code }) : phrase("codeAndLog", { code, logId });
}

/** Feishu's text without its full stop, since our own text follows it. */
export function trimPeriod(text: string): string {
  return text.replace(/[.。]\s*$/, "");
}

/** Feishu's code and what it means, if that is known. */
export function describeErrorCode(code: number): Phrase {
  const meanings: Readonly<Record<number, { readonly meaning: string } | undefined>> = errorMeanings;
  const chinese: typeof meanings = errorCodesZh;
  const en = meanings[code]?.meaning;
  if (en === undefined) return phrase("feishuCode", { code });
  const meaning: LocalText = { en, zh: chinese[code]?.meaning };
  return phrase("feishuCodeMeaning", { code, meaning });
}

/** Describes a class of errors in a few words. */
export function describeErrorName(name: string): Phrase {
  return phrase("text", { text: failureKinds[name] ?? name });
}

function explain(error: FeishuHireError): Phrase {
  if (error instanceof ConfigurationError) return phrase("malformedCredentials");
  if (error instanceof ConnectionError)
    return phrase("connectionFailed", { code: error.systemCode ?? error.name });
  if (error instanceof InvalidResponseError) return phrase("unreadableResponse", { status: error.status });
  if (error instanceof TimeoutError) return phrase("timedOut");
  if (!(error instanceof FeishuApiError)) return describeErrorName(error.name);
  const { msg, advice } = error;
  const code = describeCode(error);
  if (error instanceof PermissionError && error.grantUrl !== undefined) {
    return phrase("missingScope", { code, scopes: listTexts(error.missingScopes), url: error.grantUrl });
  }
  if (!advice) return phrase("feishuSays", { code, msg: trimPeriod(msg) });
  return phrase("feishuAdvises", { code, advice: { en: advice.en, zh: advice.zh } });
}
