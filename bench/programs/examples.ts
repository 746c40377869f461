import type { ExternalInterviewCreate } from "../../generated/schema.js";

/** The page's examples, put in from the spec when the programs are compiled. */
declare const EXAMPLES: {
  readonly CreateRequestPage: { readonly value: ExternalInterviewCreate };
  readonly CreateResponsePage: { readonly value: { data: { external_interview: { id: string } } } };
  readonly TokenResponse: { readonly value: { tenant_access_token: string } };
};

export const createRequest: ExternalInterviewCreate = EXAMPLES.CreateRequestPage.value;
export const createResponse: typeof EXAMPLES.CreateResponsePage.value = EXAMPLES.CreateResponsePage.value;
export const tokenResponse: typeof EXAMPLES.TokenResponse.value = EXAMPLES.TokenResponse.value;

/** What a server of these examples takes without looking. */
export const credentials = { appId: "cli_bench", appSecret: "bench" } as const;
