/** A program that lets its first failure end it: told its server by the environment, run by the leak test. */
import { FeishuHire } from "../../src/index.js";
import { plantedBody } from "./planted.js";

const hire = new FeishuHire({ logger: console, maxRetries: false });
console.log(hire, JSON.stringify(hire), String(hire));
await hire.externalInterviews.create(plantedBody);
