import { Queue } from "bullmq";

export const QUEUE_NAME = "tenant-imports";

/** The data of a job: only references, never credentials or candidates' data, since Redis keeps it. */
export interface TenantImport {
  readonly tenant: string;
  /** The file's name in the tenant's folder. */
  readonly file: string;
}

/** The progress of a job, also its result. */
export interface ImportProgress {
  readonly read: number;
  readonly created: number;
}

/**
 * Parses the URL of Redis into options for workers and producers. BullMQ requires
 * unlimited retries of commands.
 */
export function parseConnection(url: string): { host: string; port: number; maxRetriesPerRequest: null } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 6379), maxRetriesPerRequest: null };
}

/**
 * Queues a tenant's import. The job's id is the tenant's, so BullMQ ignores another import of the
 * tenant while one waits or runs.
 */
export async function addImport(queue: Queue, job: TenantImport): Promise<void> {
  await queue.add("import", job, {
    jobId: `tenant-${job.tenant}`,
    attempts: 1_000,
    backoff: { type: "exponential", delay: 1_000, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: true,
  });
}

export function openQueue(redisUrl: string): Queue {
  return new Queue(QUEUE_NAME, { connection: parseConnection(redisUrl) });
}
