import { defineConfig } from "vitest/config";

/**
 * `npm run test:redis`: several processes share one quota through a real Redis, at Feishu's own pace, so it takes
 * minutes. Its tests are called `*.spec.ts`; `npm test` holds a short form of them.
 */
export default defineConfig({
  resolve: { alias: { "#transport": "/src/transport/node.ts" } },
  test: {
    globalSetup: "test/support/temporary-folder.ts",
    include: ["test/redis/**/*.spec.ts"],
    testTimeout: 300_000,
  },
});
