import { defineConfig } from "vitest/config";

/**
 * `npm run test:crash`: an import's process is killed hundreds of times, so it takes minutes. Its tests are called
 * `*.spec.ts` and stand apart from those of `npm test`, which hold a short form of them.
 */
export default defineConfig({
  resolve: { alias: { "#transport": "/src/transport/node.ts" } },
  test: {
    globalSetup: "test/support/temporary-folder.ts",
    include: ["test/crash/**/*.spec.ts"],
    maxConcurrency: 4,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
