/** Imports a module and sends the time and the memory that it took. */
export interface LoadMeasurement {
  readonly tookMs: number;
  readonly bytes: number;
}

const [name = ""] = process.argv.slice(2);
const bytesBefore = process.memoryUsage.rss();
const startedAtMs = performance.now();
await import(name);
const measurement: LoadMeasurement = {
  tookMs: performance.now() - startedAtMs,
  bytes: process.memoryUsage.rss() - bytesBefore,
};
process.send?.(measurement);
process.on("disconnect", () => process.exit());
