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
export const OFFICIAL_VERSION = "1.74.0";
const OFFICIAL = `@larksuiteoapi/node-sdk@${OFFICIAL_VERSION}`;
const run = promisify(execFile);

/** A project with one of the two SDKs, installed as users install it. */
export interface Project {
  readonly folder: string;
  /** Returns the path of a program of bench/programs, compiled into the project. */
  program(name: string): string;
}

/** The scratch folder that everything is measured in. */
export interface Workspace {
  /** The packed client, not yet used by any program. */
  readonly packed: Project;
  /** The client, for the programs that measure it. */
  readonly client: Project;
  /** Undefined if the official SDK could not be installed. */
  readonly official: Project | undefined;
  /** Why it could not be installed. */
  readonly officialFailure: string | undefined;
  remove(): Promise<void>;
}

/** Packs the client and installs both SDKs, the official one only if npm can fetch it. */
export async function createWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-bench-"));
  await run("npm", ["pack", "--pack-destination", folder], { cwd: ROOT });
  const tarball = (await readdir(folder)).map((name) => join(folder, name));
  const official = await createProject(join(folder, "official"), [OFFICIAL]).catch((error: Error) => error);
  const failed = official instanceof Error;
  return {
    packed: await createProject(join(folder, "packed"), tarball),
    client: await createProject(join(folder, "client"), tarball),
    official: failed ? undefined : official,
    officialFailure: failed ? official.message.split("\n", 1)[0] : undefined,
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Reads the version of a package that is installed in a folder. */
export async function readVersion(folder: string, name: string): Promise<string> {
  const manifest: { version: string } = JSON.parse(
    await readFile(join(folder, "node_modules", name, "package.json"), "utf8"),
  );
  return manifest.version;
}

/** Returns the absolute path of a file of the repository. */
export function pathInRepository(path: string): string {
  return join(ROOT, path);
}

/** Runs `use` with a server of the examples of Feishu's page, and then stops it. */
export async function withServer<Result>(
  { client }: Workspace,
  use: (baseUrl: string, tokenRequests: () => Promise<number>) => Promise<Result>,
): Promise<Result> {
  const [server, { baseUrl }] = await Child.start<{ baseUrl: string }>(client.program("server"), []);
  try {
    return await use(
      baseUrl,
      async () => (await server.request<{ tokenRequests: number }>({})).tokenRequests,
    );
  } finally {
    await server.stop();
  }
}

async function createProject(folder: string, packages: readonly string[]): Promise<Project> {
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
