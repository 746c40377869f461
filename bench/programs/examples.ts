import type { ExternalInterviewCreate } from "../../generated/schema.js";

/** The examples of Feishu's page, inserted from the spec when the programs are compiled. */
declare const EXAMPLES: {
  readonly CreateRequestPage: { readonly value: ExternalInterviewCreate };
  readonly CreateResponsePage: { readonly value: { data: { external_interview: { id: string } } } };
  readonly TokenResponse: { readonly value: { tenant_access_token: string } };
};

export const createRequest: ExternalInterviewCreate = EXAMPLES.CreateRequestPage.value;
export const createResponse: typeof EXAMPLES.CreateResponsePage.value = EXAMPLES.CreateResponsePage.value;
export const tokenResponse: typeof EXAMPLES.TokenResponse.value = EXAMPLES.TokenResponse.value;

/** The server of these examples does not check them. */
export const credentials = { appId: "cli_bench", appSecret: "bench" } as const;
