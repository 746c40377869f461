#!/usr/bin/env node
import { registerChinese } from "../zh.js";
import { createProgram } from "./create-program.js";
import { detectLanguage, getLanguageSources } from "./language/detect-language.js";
import { setLanguage } from "./language/translate.js";
import { runProgram } from "./run-program.js";

const language = detectLanguage(getLanguageSources());
setLanguage(language);
if (language === "zh") registerChinese();
await runProgram(createProgram());
