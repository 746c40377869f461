/// <reference path="./saxen.d.ts" />
import { type Attributes, Parser } from "saxen";
import { InputError } from "../../input-error.js";
import { decodeEntities } from "./decode-entities.js";
import { damagedWorkbook } from "./workbook-error.js";

/** The prefixes that handlers get, whatever prefixes the file uses. Other namespaces keep theirs. */
const NAMESPACES = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "m",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "m",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "p",
};

/** No workbook nests deeper than some tens. */
const MAX_DEPTH = 256;
/** A cell holds 32,767 characters; each may be written as `&#x1F600;`. */
const MAX_TOKEN_LENGTH = 1_000_000;

/** Receives a part's elements. Attributes are read on demand, and not decoded. */
export interface XmlHandler {
  open(name: string, attributes: () => Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Parses a part of a workbook, chunk by chunk. Document types, deep nesting and endless tokens are refused.
 *
 * @throws InputError if it is not well-formed
 */
export class XmlParser {
  readonly #parser = new Parser();
  /** A character may be split between two chunks; bytes that are not UTF-8 are damage. */
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  #depth = 0;
  #pendingLength = 0;
  #sawToken = false;

  constructor(handler: XmlHandler) {
    const fail = (error: Error) => {
      throw error;
    };
    const skip = () => {
      this.#sawToken = true;
    };
    this.#parser.ns(NAMESPACES);
    this.#parser.on("error", fail).on("warn", fail);
    this.#parser.on("comment", skip).on("question", skip);
    this.#parser.on("attention", () => fail(new Error("a document type, which no workbook has")));
    this.#parser.on("openTag", (name, attributes) => {
      this.#sawToken = true;
      if (++this.#depth > MAX_DEPTH) throw new Error(`elements nested more than ${MAX_DEPTH} deep`);
      handler.open(name, attributes);
    });
    this.#parser.on("closeTag", (name) => {
      this.#sawToken = true;
      this.#depth--;
      handler.close(name);
    });
    this.#parser.on("text", (text) => {
      this.#sawToken = true;
      handler.text?.(decodeEntities(text));
    });
    this.#parser.on("cdata", (text) => {
      this.#sawToken = true;
      handler.text?.(text);
    });
  }

  write(bytes: Uint8Array): void {
    this.#guard(() => this.#parse(this.#decoder.decode(bytes, { stream: true })));
  }

  end(): void {
    this.#guard(() => {
      this.#parse(this.#decoder.decode());
      this.#parser.end();
    });
  }

  #parse(text: string): void {
    this.#sawToken = false;
    this.#parser.write(text);
    this.#pendingLength = (this.#sawToken ? 0 : this.#pendingLength) + text.length;
    if (this.#pendingLength > MAX_TOKEN_LENGTH) throw new Error("an element or a text without an end");
  }

  #guard(parse: () => void): void {
    try {
      parse();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw damagedWorkbook(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Parses a whole part. */
export async function parseXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new XmlParser(handler);
  for await (const chunk of chunks) parser.write(chunk);
  parser.end();
}
