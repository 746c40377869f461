import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#transport": "/src/transport/node.ts" } },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/temporary-folder.ts",
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/types/tsconfig.json" },
    // For hangs, not for slowness: the machine may be busy.
    testTimeout: 60_000,
    // Vitest leaves one core free, which on two is half of them. Many tests wait more than they work.
    maxWorkers: availableParallelism() + 1,
    // Each file would load the sources anew, which takes a third of the time.
    isolate: false,
    // What runs concurrently waits for a server, a process or a timer.
    maxConcurrency: 20,
  },
});
