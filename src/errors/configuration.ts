import { FeishuHireError } from "./base.js";

/** An option of the client or of a call is missing or wrong. Nothing was sent. */
export class ConfigurationError extends FeishuHireError {
  static override readonly name: string = "ConfigurationError";
  constructor(message: string) {
    super(message);
  }
}
