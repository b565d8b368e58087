"use client";

import { useState } from "react";
import { indentJson } from "./indent-json.ts";
import { parseObject } from "./parse-object.ts";

export type JsonDraft = ReturnType<typeof useJsonDraft>;

/** A JSON object as it is being written: its text, what is wrong with it, and ways to change it. */
export function useJsonDraft(initial: () => string) {
  const [text, setText] = useState(initial);
  const [fault, setFault] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setFault(undefined);
  };
  /** The text of an object, as it was written; undefined when it is none, and then the fault is shown. */
  const read = (): string | undefined => {
    const parsed = parseObject(text);
    if ("fault" in parsed) return void setFault(parsed.fault);
    return parsed.value ? text : "{}";
  };
  const tidy = () => {
    const written = read();
    if (written !== undefined) write(indentJson(written) ?? written);
  };
  return { text, fault, write, read, tidy };
}
