import { defineConfig } from "tsdown";

const modules = {
  index: "src/index.ts",
  importer: "src/importer/index.ts",
  testing: "src/testing/index.ts",
  redis: "src/redis/index.ts",
  raw: "src/raw-client.ts",
  zh: "src/zh.ts",
};

/** What package.json's `imports` chooses from, by the platform; no bundle holds both. */
const transports = {
  "transport-node": "src/transport/node.ts",
  "transport-fetch": "src/transport/fetch.ts",
};

/** The client, of which every entry needs a part: one file, where there were five. What only some import, Chinese and openapi-fetch, is not part of it. */
const CLIENT =
  /\/(generated|src\/(errors|request|auth|rate-limit|validation)|src)\/(?!(error-codes-)?zh\.)[\w-]+\.ts$/;

/**
 * `npm run build`: src/ and generated/ → dist/, as ES modules and as CommonJS, each with its own types.
 *
 * Each entry is bundled, and what entries share goes into chunks: Node looks up, reads and compiles every module by
 * itself, which for the many small files of the client took longer than everything else in its import.
 */
export default defineConfig({
  format: {
    esm: { entry: { ...modules, ...transports, cli: "src/cli/main.ts" } },
    cjs: {
      entry: { ...modules, ...transports },
      // openapi-fetch's CommonJS build marks its default export in a way that Node's rules ignore, so bundle its ES module.
      deps: {
        alwaysBundle: (id) => id === "openapi-fetch",
        neverBundle: ["#transport"],
        onlyBundle: ["openapi-fetch", "openapi-typescript-helpers"],
        skipNodeModulesBundle: false,
      },
    },
  },
  platform: "node",
  target: "node20.19",
  fixedExtension: false,
  dts: { entry: Object.values(modules) },
  // A package that is imported but not declared fails the build.
  deps: { onlyBundle: [], neverBundle: ["#transport"] },
  // Without it, a comment names the source of each part: 40 kB of an installation that has a limit.
  inputOptions: { experimental: { attachDebugInfo: "none" } },
  outputOptions: (options) => ({
    ...options,
    chunkFileNames: `shared/${options.chunkFileNames}`,
    comments: { jsdoc: false },
    // Jest refuses import() in CommonJS.
    dynamicImportInCjs: false,
    codeSplitting: { groups: [{ name: "client", test: CLIENT, minShareCount: 2 }] },
  }),
  checks: { legacyCjs: false },
});
