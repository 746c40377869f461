/** The part of saxen that is used here: it ships no types of its own. */
declare module "saxen" {
  export type Attributes = Readonly<Record<string, string>>;

  export class Parser {
    ns(prefixes: Readonly<Record<string, string>>): this;
    on(event: "openTag", listener: (name: string, attributes: () => Attributes) => void): this;
    on(event: "closeTag", listener: (name: string) => void): this;
    on(
      event: "text" | "cdata" | "comment" | "question" | "attention",
      listener: (text: string) => void,
    ): this;
    on(event: "error" | "warn", listener: (error: Error) => void): this;
    write(text: string): this;
    end(): unknown;
  }
}
