"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";

const pauseMs = 250;

/** Keeps what is being typed, and hands it on once the person pauses; follows the value when it changes elsewhere. */
export function useDraft(value: string, onValueChange: (value: string) => void) {
  const [draft, setDraft] = useState(value);
  const sent = useRef(value);
  const send = useEffectEvent((text: string) => {
    sent.current = text;
    onValueChange(text);
  });
  useEffect(() => {
    // Our own text coming back must not undo what was typed since.
    if (value === sent.current) return;
    sent.current = value;
    setDraft(value);
  }, [value]);
  useEffect(() => {
    if (draft === sent.current) return;
    const timer = setTimeout(() => send(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft]);
  const commit = (text: string) => {
    setDraft(text);
    sent.current = text;
    onValueChange(text);
  };
  return { draft, setDraft, commit };
}
