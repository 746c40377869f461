/**
 * `npm run bench:redis`: compares limiters that several processes share, and measures the cost of sharing, on a
 * `redis-server` of its own on 127.0.0.1.
 *
 *   npm run bench:redis                        all parts
 *   npm run bench:redis -- limiters            one of them (limiters, scale)
 *   npm run bench:redis -- --write             all parts, and writes the tables to BENCHMARKS.md
 *
 * Needs a `redis-server` and takes about two minutes.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeSection } from "./benchmarks-file.js";
import { buildPrograms } from "./build-programs.js";
import { measureLimiters } from "./redis/measure-limiters.js";
import { measureScale } from "./redis/measure-scale.js";
import { pathInRepository } from "./workspace.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false } },
});
const parts = positionals.length > 0 ? positionals : ["limiters", "scale"];

const folder = await mkdtemp(join(pathInRepository(""), ".tmp-bench-redis-"));
try {
  const entries = pathInRepository("bench/redis/*.program.ts");
  const program = await buildPrograms(folder, entries, { packages: "external" });
  const tables: string[] = [];
  if (parts.includes("limiters")) tables.push(formatLimiters(await measureLimiters(program("limiter"))));
  if (parts.includes("scale")) {
    const programs = { tenants: program("tenants"), server: program("bare-server") };
    tables.push(formatScale(await measureScale(programs)));
  }
  const text = tables.join("\n");
  process.stdout.write(text);
  if (options.write) await writeSection("npm run bench:redis", text);
} finally {
  await rm(folder, { recursive: true });
}

function formatLimiters(figures: Awaited<ReturnType<typeof measureLimiters>>): string {
  const rows = figures.map(
    ({ limiter, busiestSecond, quotaUsed }) => `| ${limiter} | ${busiestSecond} | ${quotaUsed.toFixed(2)} |`,
  );
  return [
    "| limiter | busiest second (10 allowed) | share of the quota used |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

function formatScale(figures: Awaited<ReturnType<typeof measureScale>>): string {
  const rows = [
    `| CPU of a worker for one create | ${figures.workerCpuMs.toFixed(2)} ms |`,
    `| CPU of Redis for one create | ${figures.redisCpuMs.toFixed(3)} ms |`,
    `| commands for one create | ${figures.commandsPerCreate.toFixed(1)} |`,
    `| bytes to and from Redis for one create | ${figures.bytesPerCreate.toFixed(0)} |`,
    `| memory in Redis for one tenant | ${figures.memoryPerTenantBytes.toFixed(0)} bytes |`,
    `| tenants at full quota for one core of workers | ${Math.floor(figures.tenantsPerWorkerCore)} |`,
    `| tenants at full quota for one core of Redis | ${Math.floor(figures.tenantsPerRedisCore)} |`,
  ];
  return [`| ${figures.tenants} tenants in one process | |`, "|---|---|", ...rows, ""].join("\n");
}
