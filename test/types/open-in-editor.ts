import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A program as an editor shows it. */
interface Editor {
  /** What is shown for the name at a position. */
  hover(position: number): ts.QuickInfo | undefined;
  /** The compiler's messages. */
  listErrors(): string[];
}

/** Opens a program in this folder, which is not on disk. */
export function openInEditor(source: string): Editor {
  const fileName = fileURLToPath(new URL("not-on-disk.ts", import.meta.url));
  const service = ts.createLanguageService({
    getScriptFileNames: () => [fileName],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === fileName ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCompilationSettings: () => ({
      strict: true,
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      types: [],
    }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => fileURLToPath(new URL(".", import.meta.url)),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  return {
    hover: (position) => service.getQuickInfoAtPosition(fileName, position),
    listErrors: () =>
      service
        .getSemanticDiagnostics(fileName)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}
