import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "#transport": "/src/transport/node.ts" } },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: "test/support/temporary-folder.ts",
    typecheck: { enabled: true, include: ["test/**/*.test-d.ts"], tsconfig: "./test/types/tsconfig.json" },
    // npx and npm set it; what is printed to be run depends on it.
    env: { npm_command: "" },
    // For hangs, not for slowness: the machine may be busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Many tests wait for a disk or a process more than they work, and Vitest would leave one core free.
    maxWorkers: availableParallelism() + 1,
    // Each file would load the sources anew, which takes a third of the time.
    isolate: false,
    // What runs concurrently waits for a server, a process or a timer.
    maxConcurrency: 20,
  },
});
