import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "yaml";
import { buildPrograms } from "./build-programs.js";
import { Child } from "./child.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OFFICIAL = "@larksuiteoapi/node-sdk@1.74.0";
const run = promisify(execFile);

/** A project with one of the two SDKs in it, as its users install it. */
export interface Project {
  readonly folder: string;
  /** The path of a program of bench/programs, compiled into the project. */
  program(name: string): string;
}

/** The scratch folder that everything is measured in. */
export interface Workspace {
  /** The packed client, and nothing else. */
  readonly packed: Project;
  /** The client, beside a program that measures it. */
  readonly client: Project;
  /** Undefined where the official SDK could not be installed. */
  readonly official: Project | undefined;
  /** Why it could not. */
  readonly officialFailure: string | undefined;
  remove(): Promise<void>;
}

/** Packs the client and installs both SDKs from npm, the official one if it can be had. */
export async function makeWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-bench-"));
  await run("npm", ["pack", "--pack-destination", folder], { cwd: ROOT });
  const tarball = (await readdir(folder)).map((name) => join(folder, name));
  const official = await makeProject(join(folder, "official"), [OFFICIAL]).catch((error: Error) => error);
  const failed = official instanceof Error;
  return {
    packed: await makeProject(join(folder, "packed"), tarball),
    client: await makeProject(join(folder, "client"), tarball),
    official: failed ? undefined : official,
    officialFailure: failed ? official.message.split("\n", 1)[0] : undefined,
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The version of a package that is installed in a folder. */
export async function versionIn(folder: string, name: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(folder, "node_modules", name, "package.json"), "utf8"),
  );
  return manifest.version;
}

/** A path in the repository. */
export function pathInRepository(path: string): string {
  return join(ROOT, path);
}

/** Runs `use` with a server of the page's examples, which ends with it. */
export async function withServer<Result>(
  { client }: Workspace,
  use: (baseUrl: string, tokenRequests: () => Promise<number>) => Promise<Result>,
): Promise<Result> {
  const [server, { baseUrl }] = await Child.start<{ baseUrl: string }>(client.program("server"), []);
  try {
    return await use(baseUrl, async () => (await server.ask<{ tokenRequests: number }>({})).tokenRequests);
  } finally {
    await server.stop();
  }
}

async function makeProject(folder: string, packages: readonly string[]): Promise<Project> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...options, ...packages], { cwd: folder });
  const { components } = parse(await readFile(join(ROOT, "generated/openapi.yaml"), "utf8"));
  const program = await buildPrograms(folder, join(ROOT, "bench/programs/*.program.ts"), {
    define: { EXAMPLES: JSON.stringify(components.examples) },
    packages: "external",
  });
  return { folder, program };
}
