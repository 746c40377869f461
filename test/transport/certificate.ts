import { generateKeyPairSync, sign } from "node:crypto";

/** A self-signed certificate for this machine, as PEM. Only these tests have its key. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

const ECDSA_WITH_SHA256 = "06082a8648ce3d040302";
const COMMON_NAME = "0603550403";
const BASIC_CONSTRAINTS = "0603551d13";
const SUBJECT_ALTERNATIVE_NAME = "0603551d11";

/**
 * Creates a self-signed certificate for localhost and 127.0.0.1. Node can read
 * certificates but not create them.
 */
export function createCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = sequence(hex(ECDSA_WITH_SHA256));
  const name = sequence(element(0x31, sequence(hex(COMMON_NAME), element(0x0c, Buffer.from("localhost")))));
  const validity = sequence(time("200101000000Z"), time("491231235959Z"));
  const names = sequence(element(0x82, Buffer.from("localhost")), element(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(hex(BASIC_CONSTRAINTS), element(0x04, sequence(hex("0101ff")))),
    sequence(hex(SUBJECT_ALTERNATIVE_NAME), element(0x04, names)),
  );
  const content = sequence(
    element(0xa0, hex("020102")), // version 3
    hex("020101"), // the serial number 1
    algorithm,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    element(0xa3, extensions),
  );
  const signature = element(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
  const der = sequence(content, algorithm, signature);
  const cert = `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`;
  return { key: String(privateKey.export({ type: "pkcs8", format: "pem" })), cert };
}

/** Encodes a DER element: its tag, its length and its content. */
function element(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: Uint8Array[]): Buffer {
  return element(0x30, ...parts);
}

function time(text: string): Buffer {
  return element(0x17, Buffer.from(text));
}

function hex(text: string): Buffer {
  return Buffer.from(text, "hex");
}
