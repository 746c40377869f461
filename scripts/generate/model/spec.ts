// The shapes of the spec, as far as the generator reads them. Redocly's linter checks what OpenAPI requires.

export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  description?: string;
  example?: unknown;
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean;
  items?: Schema;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  "x-enum-varnames"?: string[];
  "x-enum-descriptions"?: string[];
  "x-enum-labels-zh"?: string[];
  "x-enum-value-fields"?: string[];
}

export interface RawParameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema: Schema;
}

export interface Content {
  schema: Schema;
  examples?: Record<string, { $ref: string }>;
}

export interface RawResponse {
  $ref?: string;
  content?: Record<string, Content>;
}

export interface RawOperation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  externalDocs?: { url: string };
  security: Record<string, string[]>[];
  parameters?: RawParameter[];
  requestBody?: {
    required?: boolean;
    "x-content-type"?: string;
    content: Record<string, Content>;
  };
  responses: Record<string, RawResponse>;
  "x-sdk"?: unknown;
  "x-rate-limit"?: unknown;
  "x-idempotency"?: unknown;
  "x-pagination"?: unknown;
  "x-codeSamples"?: unknown;
}

export const METHODS = ["get", "put", "post", "patch", "delete"] as const;

export type PathItem = { parameters?: RawParameter[] } & {
  [method in (typeof METHODS)[number]]?: RawOperation;
};

export interface ErrorCode {
  code: number;
  name: string;
  kind: string;
  httpStatuses: number[];
  provesNotApplied: boolean;
  rejectsToken: boolean;
  meaning: { en: string; zh: string };
  advice: { en: string; zh: string };
  docUrl?: string;
}

export interface Spec {
  servers: { url: string }[];
  tags?: { name: string; description: string }[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes?: Record<string, unknown>;
    parameters?: Record<string, RawParameter>;
    responses?: Record<string, RawResponse>;
    examples: Record<string, { summary: string; value: unknown }>;
  };
  "x-error-kinds": Record<string, string>;
  "x-error-codes": ErrorCode[];
  "x-scope-grant-url": string;
}
