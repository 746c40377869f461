import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { operations } from "../../generated/operations.js";
import {
  ConfigurationError,
  FeishuHire,
  InMemoryRateLimiter,
  type RateLimiter,
  type RetryEvent,
} from "../index.js";
import type { TestFeishu } from "../testing/index.js";

export interface ConnectionOptions {
  /** A file of `NAME=value` lines; what the environment has already wins. */
  readonly envFile?: string;
  readonly mock?: boolean;
  /** Requests a second. */
  readonly rate?: number;
}

/** The client that the command uses, and what to close when it is done. */
export interface Connection {
  readonly client: FeishuHire;
  readonly mock: TestFeishu | undefined;
}

/**
 * Credentials and host come from the environment only: a flag would stand in the shell's history and in `ps`.
 *
 * @param onWait told why and how long the client waits before it sends a request again
 */
export async function connect(
  { envFile, mock: mocked, rate }: ConnectionOptions,
  onWait: (reason: string, ms: number) => void,
): Promise<Connection> {
  if (envFile !== undefined) loadEnvFile(envFile);
  const onRetry = ({ reason, waitMs }: RetryEvent) => onWait(reason, waitMs);
  const paced = rate === undefined ? {} : { rateLimiter: slower(rate) };
  if (!mocked) {
    for (const name of ["FEISHU_APP_ID", "FEISHU_APP_SECRET"]) if (!process.env[name]) throw missing(name);
    return { client: new FeishuHire({ onRetry, ...paced }), mock: undefined };
  }
  const { startFeishu } = await import("../testing/index.js");
  const mock = await startFeishu({ appId: "cli_mock", record: "counts" });
  // On the mock's clock the limits hold, but waiting takes no time.
  const client = new FeishuHire({ onRetry, ...paced, ...mock.clientOptions, clock: mock.clock });
  return { client, mock };
}

function missing(name: string): ConfigurationError {
  return new ConfigurationError(
    `No ${name}: set it in the environment, or write ${name}=… into a file and give that with --env-file.`,
  );
}

const BYTE_ORDER_MARK = /^\uFEFF/;

function loadEnvFile(path: string): void {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new ConfigurationError(`--env-file ${path} cannot be read.`);
  }
  for (const [name, value] of Object.entries(parseEnv(text.replace(BYTE_ORDER_MARK, ""))))
    process.env[name] ||= value; // an empty one counts as none
}

/** The limiter of the client, at so many requests a second, which may be less than one. */
function slower(rate: number): RateLimiter {
  const requests = Math.max(1, Math.floor(rate));
  const limit = { requests, periodMs: (1000 * requests) / rate };
  const lanes = new InMemoryRateLimiter();
  return {
    acquire: (place) => lanes.acquire({ ...place, limit: place.limit && limit }),
    pause: (operationId, waitMs) => lanes.pause(operationId, waitMs),
  };
}

/** The most that Feishu allows, in requests a second. */
export function highestRate(): number {
  const { rateLimit } = operations.createExternalInterview;
  return rateLimit ? (1000 * rateLimit.requests) / rateLimit.periodMs : Number.POSITIVE_INFINITY;
}
