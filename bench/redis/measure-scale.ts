import { Redis } from "ioredis";
import { RedisServer } from "../../test/redis/support/redis-server.js";
import { Child } from "../child.js";
import type { TenantsResult, TenantsTask } from "./tenants.program.js";

const TENANTS = 100;
const CREATES_EACH = 50;
const REQUESTS_PER_SECOND = 10;

/** The cost of sharing. */
export interface ScaleFigures {
  readonly tenants: number;
  /** Of a worker process, for one create, in milliseconds. */
  readonly workerCpuMs: number;
  /** Of Redis, for one create, in milliseconds. */
  readonly redisCpuMs: number;
  readonly commandsPerCreate: number;
  /** Over the network, both ways, for one create. */
  readonly bytesPerCreate: number;
  readonly memoryPerTenantBytes: number;
  /** Tenants whose full quota one core serves. */
  readonly tenantsPerWorkerCore: number;
  readonly tenantsPerRedisCore: number;
}

/** Measures a process that serves many tenants at their full quota. */
export async function measureScale(programs: { tenants: string; server: string }): Promise<ScaleFigures> {
  const server = await RedisServer.start();
  const redis = new Redis(server.url);
  const [http, { baseUrl }] = await Child.start<{ baseUrl: string }>(programs.server, []);
  const task: TenantsTask = { redisUrl: server.url, baseUrl, tenants: TENANTS };
  try {
    const emptyBytes = (await readInfo(redis)).used_memory ?? 0;
    const [worker] = await Child.start(programs.tenants, [JSON.stringify(task)]);
    await worker.request<TenantsResult>({ createsEach: 1 }); // tokens, connections, compiled code
    const before = await readInfo(redis);
    const { cpuMs } = await worker.request<TenantsResult>({ createsEach: CREATES_EACH });
    const after = await readInfo(redis);
    await worker.stop();
    return describe(cpuMs, emptyBytes, before, after);
  } finally {
    redis.disconnect();
    await http.stop();
    await server.stop();
  }
}

type Info = Record<string, number>;

function describe(cpuMs: number, emptyBytes: number, before: Info, after: Info): ScaleFigures {
  const creates = TENANTS * CREATES_EACH;
  const spent = (...names: string[]) =>
    names.reduce((sum, name) => sum + (after[name] ?? 0) - (before[name] ?? 0), 0);
  const workerCpuMs = cpuMs / creates;
  const redisCpuMs = (1_000 * spent("used_cpu_user", "used_cpu_sys")) / creates;
  return {
    tenants: TENANTS,
    workerCpuMs,
    redisCpuMs,
    commandsPerCreate: spent("total_commands_processed") / creates,
    bytesPerCreate: spent("total_net_input_bytes", "total_net_output_bytes") / creates,
    memoryPerTenantBytes: ((after.used_memory ?? 0) - emptyBytes) / TENANTS,
    tenantsPerWorkerCore: 1_000 / workerCpuMs / REQUESTS_PER_SECOND,
    tenantsPerRedisCore: 1_000 / redisCpuMs / REQUESTS_PER_SECOND,
  };
}

/** Reads the numbers of Redis's INFO. */
async function readInfo(redis: Redis): Promise<Info> {
  const lines = (await redis.info()).split("\r\n").map((line) => line.split(":"));
  return Object.fromEntries(lines.map(([name = "", value]) => [name, Number(value)]));
}
