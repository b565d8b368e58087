import type { HighlighterCore } from "shiki/core";

export const codeLanguages = ["bash", "go", "json", "python", "typescript", "yaml"] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

export interface CodeToken {
  text: string;
  /** A CSS colour that follows the theme. */
  color: string | undefined;
}

/** Colours code, line by line. Loads the highlighter and the language on first use. */
export async function highlight(code: string, language: CodeLanguage): Promise<CodeToken[][]> {
  highlighter ??= createHighlighter();
  const { codeToTokensBase } = await highlighter;
  const lines = codeToTokensBase(code, { lang: language, theme: "posthorn" });
  return lines.map((line) => line.map(({ content, color }) => ({ text: content, color })));
}

let highlighter: Promise<HighlighterCore> | undefined;

async function createHighlighter(): Promise<HighlighterCore> {
  const { createCssVariablesTheme, createHighlighterCore } = await import("shiki/core");
  const { createJavaScriptRegexEngine } = await import("shiki/engine/javascript");
  return createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    themes: [createCssVariablesTheme({ name: "posthorn", variablePrefix: "--syntax-" })],
    langs: [
      import("shiki/langs/bash.mjs"),
      import("shiki/langs/go.mjs"),
      import("shiki/langs/json.mjs"),
      import("shiki/langs/python.mjs"),
      import("shiki/langs/typescript.mjs"),
      import("shiki/langs/yaml.mjs"),
    ],
  });
}
