import type { Snippet } from "#components/ui/code-tabs.tsx";
import { csharp } from "./csharp.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { php } from "./php.ts";
import { python } from "./python.ts";
import { ruby } from "./ruby.ts";
import { typescript } from "./typescript.ts";

/** The check of a signature with nothing but the language's own library, by the text of Standard Webhooks 1.0.0. */
export const byHandSnippets: readonly [Snippet, ...Snippet[]] = [
  typescript,
  python,
  go,
  ruby,
  php,
  java,
  csharp,
];
