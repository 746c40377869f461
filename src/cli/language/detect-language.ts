import { LANGUAGES, type Language } from "../../messages/language.js";

/** What says in which language to print. */
export interface LanguageSources {
  /** The arguments of the command, of which `--lang` decides. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The language of the system, such as `zh-CN`. */
  readonly systemLocale: string;
}

/** In POSIX's order; an empty one counts as unset. */
const VARIABLES = ["LC_ALL", "LC_MESSAGES", "LANG"];

/**
 * The language of `--lang`, of the environment, or of the system (Windows and macOS set no variable). English if it is
 * any other one. Read before the command line is parsed, since the help needs it.
 */
export function detectLanguage({ argv, env, systemLocale }: LanguageSources): Language {
  const asked = findLangFlag(argv);
  const known = LANGUAGES.find((language) => language === asked);
  if (known) return known;
  const locale = VARIABLES.map((name) => env[name]).find(Boolean) ?? systemLocale;
  return /^zh(?![a-z])/i.test(locale) ? "zh" : "en";
}

function findLangFlag(argv: readonly string[]): string | undefined {
  const index = argv.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const flag = argv[index];
  return flag === "--lang" ? argv[index + 1] : flag?.slice("--lang=".length);
}

/** The sources of this process. */
export function getLanguageSources(): LanguageSources {
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  return { argv: process.argv.slice(2), env: process.env, systemLocale: locale };
}
