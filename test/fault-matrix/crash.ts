/** Crashes with its first failure. The leak test runs it; the environment names its server. */
import { FeishuHire } from "../../src/index.js";
import { plantedBody } from "./planted.js";

const hire = new FeishuHire({ logger: console, maxRetries: false });
console.log(hire, JSON.stringify(hire), String(hire));
await hire.externalInterviews.create(plantedBody);
