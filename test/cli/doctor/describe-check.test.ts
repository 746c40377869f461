import { afterEach, expect, it } from "vitest";
import { describeCheck } from "../../../src/cli/doctor/describe-check.js";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { LANGUAGES } from "../../../src/messages/language.js";

afterEach(() => setLanguage("en"));

it.each(LANGUAGES)("a clock differs by as many seconds behind as ahead, in %s", (language) => {
  setLanguage(language);
  for (const state of ["ok", "failed"] as const) {
    const describeClock = (seconds: number) => describeCheck({ name: "clock", state, details: { seconds } });
    expect(describeClock(-90)).toBe(describeClock(90));
    expect(describeClock(90)).toMatch(/\b90\b/);
  }
});
