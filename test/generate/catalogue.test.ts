import { describe, expect, it } from "vitest";
import { emitDimension } from "../../scripts/generate/emit/dimension.js";
import { emitToUpdate } from "../../scripts/generate/emit/to-update.js";
import { readSpecFile } from "../../scripts/generate.js";
import { readChanged } from "./support/read-changed.js";

describe("the generator rejects, in the catalogue, the enums and the parameters,", () => {
  it.each([
    ["a class that does not exist", "openapi.yaml", "  server: ServerError", "  server: ServerErr"],
    ["a misspelt key", "errors/catalogue.yaml", "provesNotApplied: false", "provesNotAplied: false"],
    ["a text for a boolean", "errors/catalogue.yaml", "provesNotApplied: false", "provesNotApplied: 'no'"],
    [
      "no Chinese advice",
      "errors/catalogue.yaml",
      / {2}advice:\n {4}en: .*\n {4}zh: .*\n/.exec(readSpecFile("errors/catalogue.yaml"))?.[0] ?? "",
      "  advice:\n    en: Try again.\n",
    ],
    ["two entries of one code", "errors/catalogue.yaml", "code: 1020001", "code: 1002001"],
    ["a name that is no constant's", "errors/catalogue.yaml", "name: SystemError", "name: systemError"],
    ["an extension of the root", "openapi.yaml", "x-error-kinds:\n", "x-error-kind: {}\nx-error-kinds:\n"],
    ["a placeholder in an advice that nothing fills", "errors/catalogue.yaml", "({ids})", "({id})"],
    ["two codes of one name", "errors/catalogue.yaml", "name: ModuleSystemError", "name: SystemError"],
    ["an enum of texts", "schemas/enums.yaml", "    - 1\n", "    - a\n"],
    ["an enum with a name too few", "schemas/enums.yaml", "    - NoShow\n", ""],
    ["an enum with a value twice", "schemas/enums.yaml", "    - 2\n", "    - 1\n"],
    ["an enum with a name that is no constant's", "schemas/enums.yaml", "    - NoShow\n", "    - no show\n"],
    ["an enum with an empty label", "schemas/enums.yaml", "    - 爽约\n", '    - ""\n'],
    ["an enum without labels", "schemas/enums.yaml", /x-enum-labels-zh:\n( +- .*\n)+ {2}/, ""],
    ["an enum with a name twice", "schemas/enums.yaml", "    - NoShow\n", "    - Participated\n"],
    [
      "a path's parameter that is optional",
      "parameters/parameters.yaml",
      "required: true",
      "required: false",
    ],
    ["a path's parameter that is a number", "parameters/parameters.yaml", "type: string", "type: integer"],
  ])("%s", (_, file, before, after) => {
    expect(readChanged(file, before, after)).toThrow(new RegExp(`^spec/${file}:\\d+: `));
  });

  it("a value field that no dimension has", async () => {
    const model = readChanged("schemas/enums.yaml", "    - content\n", "    - contents\n")();
    expect(() => emitDimension(model)).toThrow(/enums\.yaml:\d+: .*contents/);
  });

  it("an update that requires what a response may lack", () => {
    const file = "schemas/external-application.yaml";
    const model = readChanged(file, "    - id\n    - talent_id\n", "    - id\n")();
    expect(() => emitToUpdate(model)).toThrow(/external-application\.yaml:\d+: .*talent_id/);
  });
});
