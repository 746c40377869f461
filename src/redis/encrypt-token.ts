import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a text under a secret, for one key of the store: moved to another key, it cannot be read.
 *
 * @returns base64 of the IV, the authentication tag and the ciphertext
 */
export function encrypt(text: string, secret: string, storeKey: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, deriveKey(secret, storeKey), iv);
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString("base64");
}

/** @throws Error if the text was encrypted under another secret or for another key, or has been changed */
export function decrypt(encrypted: string, secret: string, storeKey: string): string {
  const bytes = Buffer.from(encrypted, "base64");
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv(ALGORITHM, deriveKey(secret, storeKey), iv, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

function deriveKey(secret: string, storeKey: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "feishu-hire", storeKey, 32));
}
