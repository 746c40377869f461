#!/usr/bin/env node
import { createProgram } from "./create-program.js";
import { detectLanguage, getLanguageSources } from "./language/detect-language.js";
import { setLanguage } from "./language/translate.js";
import { runProgram } from "./run-program.js";

setLanguage(detectLanguage(getLanguageSources()));
await runProgram(createProgram());
