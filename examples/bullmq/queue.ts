import { Queue } from "bullmq";

export const QUEUE_NAME = "tenant-imports";

/** What a job holds: references only, never credentials or candidates' data, since Redis keeps it. */
export interface TenantImport {
  readonly tenant: string;
  /** The file's name in the tenant's folder. */
  readonly file: string;
}

/** What a job reports while it runs, and when it is done. */
export interface ImportProgress {
  readonly read: number;
  readonly created: number;
}

/** How workers and producers connect. BullMQ wants blocking commands to be retried for ever. */
export function parseConnection(url: string): { host: string; port: number; maxRetriesPerRequest: null } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 6379), maxRetriesPerRequest: null };
}

/**
 * Queues a tenant's import. The job's id is the tenant's: while one import of a tenant waits or runs, BullMQ ignores
 * another, so no tenant has two at a time.
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
