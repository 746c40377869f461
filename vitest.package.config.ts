import { defineConfig } from "vitest/config";

/**
 * `npm run test:package`: the package as its users get it. It packs, installs and fetches runtimes from npm, so its
 * tests are called `*.spec.ts` and stand apart from those of `npm test`.
 */
export default defineConfig({
  resolve: { alias: { "#transport": "/src/transport/node.ts" } },
  test: {
    include: ["test/package/**/*.spec.ts"],
    globalSetup: "test/package/support/pack.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
