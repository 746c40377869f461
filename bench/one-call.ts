/** A program that makes one call: by a method of the client, by the operation's function, or with the official SDK. */
export const oneCall = {
  client: (baseUrl: string): string => `import { FeishuHire } from "feishu-hire";
const hire = new FeishuHire({ appId: "cli_bench", appSecret: "bench", baseUrl: "${baseUrl}" });
const interview = await hire.externalInterviews.create({ external_application_id: "6960663240925956437" });
console.log(interview.id);
`,
  function: (baseUrl: string): string => `import { createClient, createExternalInterview } from "feishu-hire";
const client = createClient({ appId: "cli_bench", appSecret: "bench", baseUrl: "${baseUrl}" });
const interview = await createExternalInterview(client, { external_application_id: "6960663240925956437" });
console.log(interview.id);
`,
  official: (baseUrl: string): string => `import { Client, LoggerLevel } from "@larksuiteoapi/node-sdk";
const loggerLevel = LoggerLevel.error;
const client = new Client({ appId: "cli_bench", appSecret: "bench", domain: "${baseUrl}", loggerLevel });
const created = await client.hire.v1.externalInterview.create({
  data: { external_application_id: "6960663240925956437" },
});
console.log(created.data?.external_interview?.id);
`,
} as const;
