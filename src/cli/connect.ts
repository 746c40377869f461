import { FeishuHire, type RetryEvent } from "../index.js";
import type { TestFeishu } from "../testing/index.js";
import { readCredentials } from "./credentials.js";
import { limitRate } from "./limit-rate.js";

export interface ConnectionFlags {
  /** A file of `NAME=value` lines with the credentials. */
  readonly credentials?: string;
  readonly mock?: boolean;
  /** Requests a second. */
  readonly rate?: number;
}

/** The command's client, and the mock that it talks to, if any. */
export interface Session {
  readonly client: FeishuHire;
  readonly mock: TestFeishu | undefined;
}

/** @param onWait called when the client waits before it sends a request again */
export async function connect(
  { credentials, mock: useMock, rate }: ConnectionFlags,
  onWait: (reason: string, waitMs: number) => void,
): Promise<Session> {
  const onRetry = ({ reason, waitMs }: RetryEvent) => onWait(reason, waitMs);
  const rateLimiter = rate === undefined ? undefined : limitRate(rate);
  if (!useMock) {
    return {
      client: new FeishuHire({ ...readCredentials(credentials), onRetry, rateLimiter }),
      mock: undefined,
    };
  }
  const { startFeishu } = await import("../testing/index.js");
  const mock = await startFeishu({ appId: "cli_mock", record: "counts" });
  // On the mock's clock the limits hold, but waiting takes no time. A rate is rehearsed in real time.
  const client = new FeishuHire({ onRetry, rateLimiter, ...mock.clientOptions, clock: mock.clock });
  return { client, mock };
}
