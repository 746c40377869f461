import { FeishuHireError } from "./base.js";

/** The client's options are missing or wrong. Nothing was sent. */
export class ConfigurationError extends FeishuHireError {}
