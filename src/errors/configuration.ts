import { FeishuHireError, setName } from "./base.js";

/** An option of the client or of a call is missing or wrong. Nothing was sent. */
export class ConfigurationError extends FeishuHireError {
  constructor(message: string) {
    super(message);
    setName(this, "ConfigurationError");
  }
}
