import { expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import * as overFetch from "../../src/transport/fetch.js";
import * as overNode from "../../src/transport/node.js";

/** Resolves `#transport` as a runtime does: by the first of the package's conditions that it has. */
function resolveTransport(conditions: readonly string[]): string | undefined {
  const [, target] =
    Object.entries(manifest.imports["#transport"]).find(([name]) => conditions.includes(name)) ?? [];
  return target?.import;
}

it.each([
  ["Node", ["node", "import", "module-sync", "node-addons"], "node"],
  ["Bun", ["bun", "node", "import"], "fetch"],
  ["Deno", ["deno", "node", "import", "module-sync"], "fetch"],
  ["workers", ["workerd", "worker", "browser", "import"], "fetch"],
  ["workers with Node's modules", ["workerd", "worker", "browser", "node", "import"], "fetch"],
  ["Vercel's edge", ["edge-light", "worker", "node", "import"], "fetch"],
  ["a bundle for browsers", ["browser", "module", "import"], "fetch"],
  ["a bundle for Node", ["node", "module", "import"], "node"],
  ["any other", ["import"], "fetch"],
] as const)("%s gets the transport that it has", (_, conditions, transport) => {
  expect(resolveTransport([...conditions, "default"])).toBe(`./dist/transport-${transport}.js`);
});

it("each transport gives what the command needs of it", () => {
  expect(Object.keys(overFetch).sort()).toEqual(Object.keys(overNode).sort());
});
