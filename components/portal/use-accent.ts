"use client";

import { useTheme } from "next-themes";
import { useEffect } from "react";
import { readableOn } from "./readable-color.ts";

const paper = { light: "#fcfbf9", dark: "#0f0e0d" };

/** Gives the document the tenant's accent in place of ours, as far as text in it can be read on this theme's paper. */
export function useAccent(color: string | null): void {
  const { resolvedTheme } = useTheme();
  useEffect(() => {
    if (!color) return;
    const ground = resolvedTheme === "dark" ? paper.dark : paper.light;
    const readable = readableOn(ground, color);
    const { style } = document.documentElement;
    const values = {
      "--brass": readable,
      "--brass-solid": readable,
      "--focus": readable,
      "--brass-soft": `color-mix(in oklab, ${readable} 12%, ${ground})`,
    };
    for (const [name, value] of Object.entries(values)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(values)) style.removeProperty(name);
    };
  }, [color, resolvedTheme]);
}
