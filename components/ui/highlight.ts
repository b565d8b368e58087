import type { HighlighterCore, LanguageInput } from "shiki/core";

const grammars = {
  bash: () => import("shiki/langs/bash.mjs"),
  csharp: () => import("shiki/langs/csharp.mjs"),
  go: () => import("shiki/langs/go.mjs"),
  java: () => import("shiki/langs/java.mjs"),
  json: () => import("shiki/langs/json.mjs"),
  php: () => import("shiki/langs/php.mjs"),
  python: () => import("shiki/langs/python.mjs"),
  ruby: () => import("shiki/langs/ruby.mjs"),
  typescript: () => import("shiki/langs/typescript.mjs"),
  yaml: () => import("shiki/langs/yaml.mjs"),
} as const satisfies Record<string, () => LanguageInput>;
export type CodeLanguage = keyof typeof grammars;

export interface CodeToken {
  text: string;
  /** A CSS colour that follows the theme. */
  color: string | undefined;
}

/** Colours code, line by line. Loads the highlighter and the language on first use. */
export async function highlight(code: string, language: CodeLanguage): Promise<CodeToken[][]> {
  highlighter ??= createHighlighter();
  const { codeToTokensBase, loadLanguage } = await highlighter;
  await loadLanguage(grammars[language]());
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
  });
}
