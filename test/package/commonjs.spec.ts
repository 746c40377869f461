import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Consumer, createConsumer } from "./support/consumer.js";
import { mustRun, run } from "./support/run.js";

/** For hangs only: Jest and Nest are hundreds of packages. */
const INSTALL_LIMIT_MS = 600_000;

const TSC = createRequire(import.meta.url).resolve("typescript/bin/tsc");

describe("a CommonJS project", () => {
  test("imports interviews", async () => {
    const consumer = await createConsumer();
    await consumer.write("main.cjs", IMPORT_ONE);
    expect(await mustRun(process.execPath, ["main.cjs"], consumer.folder)).toBe("1\n");
  });

  test("loads beside the ES modules of the same package", async () => {
    const consumer = await createConsumer();
    await consumer.write("main.mjs", BOTH_COPIES);
    expect(await mustRun(process.execPath, ["main.mjs"], consumer.folder)).toBe(
      "InvalidRequestError InvalidRequestError\n",
    );
  });
});

const IMPORT_ONE = `
const { FeishuHire } = require("feishu-hire");
const { importInterviews } = require("feishu-hire/importer");
const { startFeishu } = require("feishu-hire/testing");

async function main() {
  const feishu = await startFeishu();
  const client = new FeishuHire(feishu.clientOptions);
  const interviews = (async function* () {
    yield { external_id: "greenhouse:1", external_application_id: "1" };
  })();
  for await (const _ of importInterviews(interviews, { client, jobDir: "job" }));
  console.log(feishu.interviews.length);
  await feishu.close();
}
main();
`;

const BOTH_COPIES = `
import { createRequire } from "node:module";
import { join } from "node:path";
import { FeishuHire } from "feishu-hire";
const required = createRequire(import.meta.url)("feishu-hire");

const options = { appId: "cli_1", appSecret: "a secret of some length" };
const errors = [FeishuHire, required.FeishuHire].map((Client) =>
  new Client(options).externalInterviews.create({}).catch(({ name }) => name),
);
console.log(...(await Promise.all(errors)));
`;

describe("Jest and Nest, as their generators set them up", () => {
  let consumer: Consumer;
  beforeAll(async () => {
    consumer = await createConsumer(
      ...["@nestjs/common@11", "@nestjs/core@11", "@nestjs/testing@11", "reflect-metadata@0.2", "rxjs@7"],
      ...["jest@30", "ts-jest@29", "@types/jest@30", "@types/node@20", "typescript@5.9"],
    );
    await consumer.write("hire.service.ts", NEST_SERVICE);
    await consumer.write("main.ts", NEST_MAIN);
    await consumer.write("hire.service.spec.ts", NEST_TEST);
  }, INSTALL_LIMIT_MS);

  test("Jest runs a test that requires the package", async () => {
    const dist = join(consumer.folder, "node_modules/feishu-hire/dist");
    const files = readdirSync(dist, { recursive: true, encoding: "utf8" });
    const importing = files.filter(
      (file) => file.endsWith(".cjs") && /\bimport\(/.test(readFileSync(join(dist, file), "utf8")),
    );
    // Jest refuses import() in CommonJS: a proxy or https would fail there.
    expect(importing).toEqual([]);
    await consumer.write("plain.test.js", JEST_TEST);
    await mustRun("npx", ["--no", "--", "jest", "plain.test.js"], consumer.folder);
  });

  test.each([
    { generator: "Nest 10", options: { module: "commonjs", target: "ES2021" } },
    { generator: "Nest 11", options: { module: "nodenext", target: "ES2023" } },
  ])(
    "an application that is configured by $generator compiles, starts and passes its test",
    async ({ options }) => {
      const compilerOptions = { ...NEST_OPTIONS, ...options, types: ["node", "jest"] };
      await consumer.write("tsconfig.json", JSON.stringify({ compilerOptions }));
      const { stdout } = await run(process.execPath, [TSC, "-p", "."], consumer.folder);
      expect(stdout).toBe("");
      expect(await mustRun(process.execPath, ["dist/main.js"], consumer.folder)).toBe("created 1\n");
      const config = JSON.stringify({ preset: "ts-jest", testRegex: "service\\.spec\\.ts$" });
      await mustRun("npx", ["--no", "--", "jest", "--config", config], consumer.folder);
    },
  );
});

/** What both generators write into tsconfig.json. */
const NEST_OPTIONS = {
  declaration: true,
  removeComments: true,
  emitDecoratorMetadata: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  esModuleInterop: true,
  sourceMap: true,
  outDir: "./dist",
  incremental: true,
  skipLibCheck: true,
  strictNullChecks: true,
  forceConsistentCasingInFileNames: true,
};

const NEST_SERVICE = `
import { Injectable } from "@nestjs/common";
import { BadParameterError, FeishuHire, ParticipateStatus } from "feishu-hire";

@Injectable()
export class HireService {
  constructor(private readonly hire: FeishuHire) {}

  async record(externalId: string): Promise<string> {
    try {
      const interview = await this.hire.externalInterviews.create({
        external_id: externalId,
        external_application_id: "1",
        participate_status: ParticipateStatus.Participated,
      });
      return interview.id;
    } catch (error) {
      if (error instanceof BadParameterError) return error.msg;
      throw error;
    }
  }
}
`;

const NEST_MAIN = `
import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FeishuHire } from "feishu-hire";
import { startFeishu, type TestFeishu } from "feishu-hire/testing";
import { HireService } from "./hire.service";

@Module({
  providers: [
    HireService,
    { provide: "FEISHU", useFactory: () => startFeishu() },
    { provide: FeishuHire, useFactory: (feishu: TestFeishu) => new FeishuHire(feishu.clientOptions), inject: ["FEISHU"] },
  ],
})
class AppModule {}

async function main() {
  const app = await NestFactory.createApplicationContext(AppModule, { logger: ["error"] });
  await app.get(HireService).record("greenhouse:1");
  const feishu = app.get<TestFeishu>("FEISHU");
  console.log("created", feishu.interviews.length);
  await feishu.close();
}
void main();
`;

const NEST_TEST = `
import { Test } from "@nestjs/testing";
import { FeishuHire } from "feishu-hire";
import { startFeishu } from "feishu-hire/testing";
import { HireService } from "./hire.service";

it("creates an interview", async () => {
  const feishu = await startFeishu();
  const testing = await Test.createTestingModule({
    providers: [HireService, { provide: FeishuHire, useValue: new FeishuHire(feishu.clientOptions) }],
  }).compile();
  const id = await testing.get(HireService).record("greenhouse:1");
  expect(id).toBe(feishu.interviews[0].interview.id);
  await feishu.close();
});
`;

const JEST_TEST = `
const { FeishuHire, InvalidRequestError } = require("feishu-hire");
const { startFeishu } = require("feishu-hire/testing");

test("an interview is created, and an invalid one is not", async () => {
  const feishu = await startFeishu();
  const { externalInterviews } = new FeishuHire(feishu.clientOptions);
  await externalInterviews.create({ external_application_id: "1" });
  await expect(externalInterviews.create({})).rejects.toBeInstanceOf(InvalidRequestError);
  expect(feishu.interviews).toHaveLength(1);
  await feishu.close();
});
`;
