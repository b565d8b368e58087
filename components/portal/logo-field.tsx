"use client";

import { ImageUp } from "lucide-react";
import { useState } from "react";
import { type Control, useController } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { FileButton } from "#components/ui/file-button.tsx";
import { maxLogoBytes } from "#lib/contracts/portal-settings.ts";

type LogoFieldProps = {
  control: Control<{ name: string; accentColor: string; logo: string | null }>;
  disabled: boolean;
};

/** A small picture from a file, shown as it will be. */
export function LogoField({ control, disabled }: LogoFieldProps) {
  const { field, fieldState } = useController({ control, name: "logo" });
  const [problem, setProblem] = useState<string>();
  const choose = async (file: File) => {
    const fault = faultOf(file);
    setProblem(fault);
    if (!fault) field.onChange(await readDataUrl(file));
  };
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium text-sm">Logo</p>
      <div className="flex flex-wrap items-center gap-3">
        {field.value ? (
          // biome-ignore lint/performance/noImgElement: a data URL, there is nothing to optimise
          <img src={field.value} alt="Your logo" className="h-8 max-w-40 object-contain" />
        ) : null}
        <FileButton
          label="Logo file"
          accept={imageTypes.join(",")}
          icon={<ImageUp />}
          disabled={disabled}
          onFile={(file) => void choose(file)}
        >
          {field.value ? "Choose another" : "Choose a file"}
        </FileButton>
        {field.value ? (
          <Button size="sm" variant="ghost" disabled={disabled} onClick={() => field.onChange(null)}>
            Remove logo
          </Button>
        ) : null}
      </div>
      <p className="text-muted text-sm">PNG, JPEG or WebP, at most 64 KiB.</p>
      <p role="alert" className="text-failed text-sm empty:hidden">
        {problem ?? fieldState.error?.message}
      </p>
    </div>
  );
}

const imageTypes = ["image/png", "image/jpeg", "image/webp"];

function faultOf({ type, size }: File): string | undefined {
  if (!imageTypes.includes(type)) return "Choose a PNG, JPEG or WebP image.";
  return size > maxLogoBytes ? "This file is larger than 64 KiB." : undefined;
}

async function readDataUrl(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return `data:${file.type};base64,${btoa(text)}`;
}
