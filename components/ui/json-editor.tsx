"use client";

import { Field } from "@base-ui/react/field";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { cn } from "./cn.ts";
import { controlStyle } from "./control-style.ts";
import type { CreateJsonEditor, EditorHandle } from "./create-json-editor.ts";
import { Textarea } from "./textarea.tsx";

export interface JsonEditorProps {
  value: string;
  onValueChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  ref?: Ref<{ focus: () => void }>;
}

/** Text that is to be JSON, inside a Field: a text area, and once its code has come an editor that shows where it breaks. */
export function JsonEditor({ ref, ...props }: JsonEditorProps) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<EditorHandle>(undefined);
  const [loaded, setLoaded] = useState<{ create: CreateJsonEditor; caret: number | undefined }>();
  useImperativeHandle(ref, () => ({ focus: () => (handle.current ?? textarea.current)?.focus() }));
  useEffect(() => {
    let isHere = true;
    // Without it the text area serves.
    import("./create-json-editor.ts").then(
      ({ createJsonEditor }) =>
        isHere && setLoaded({ create: createJsonEditor, caret: caretIn(textarea.current) }),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (!loaded) return <PlainEditor {...props} ref={textarea} />;
  return (
    <Field.Control
      value={props.value}
      render={(control, { disabled }) => (
        <Surface
          {...props}
          {...loaded}
          handle={handle}
          id={control.id}
          isDisabled={disabled}
          labelledBy={control["aria-labelledby"]}
          describedBy={control["aria-describedby"]}
          isInvalid={control["aria-invalid"] === true || control["aria-invalid"] === "true"}
        />
      )}
    />
  );
}

const rows = 14;

function caretIn(element: HTMLTextAreaElement | null): number | undefined {
  return element && element === document.activeElement ? element.selectionStart : undefined;
}

function PlainEditor({ value, onValueChange, onBlur, placeholder, ref }: PlainEditorProps) {
  return (
    <Textarea
      ref={ref}
      mono
      rows={rows}
      value={value}
      placeholder={placeholder}
      onChange={(event) => onValueChange(event.target.value)}
      onBlur={onBlur}
      className="whitespace-pre leading-5"
    />
  );
}

type PlainEditorProps = Omit<JsonEditorProps, "ref"> & { ref: Ref<HTMLTextAreaElement> };

interface SurfaceProps extends Omit<JsonEditorProps, "ref"> {
  create: CreateJsonEditor;
  /** Where the person was typing when the editor came. */
  caret: number | undefined;
  handle: { current: EditorHandle | undefined };
  id: string | undefined;
  isDisabled: boolean;
  isInvalid: boolean;
  labelledBy: string | undefined;
  describedBy: string | undefined;
}

function Surface(props: SurfaceProps) {
  const { value, onValueChange, onBlur, placeholder, create, caret, handle } = props;
  const { id, isDisabled, isInvalid, labelledBy, describedBy } = props;
  const parent = useRef<HTMLDivElement>(null);
  const latest = useRef({ value, onValueChange, onBlur });
  useEffect(() => {
    latest.current = { value, onValueChange, onBlur };
  });
  useEffect(() => {
    if (!parent.current) return;
    const editor = create({
      parent: parent.current,
      text: latest.current.value,
      placeholder,
      onChange: (text) => latest.current.onValueChange(text),
      onBlur: () => latest.current.onBlur?.(),
    });
    handle.current = editor;
    if (caret !== undefined) editor.focus(caret);
    return () => {
      handle.current = undefined;
      editor.destroy();
    };
  }, [create, caret, handle, placeholder]);
  useEffect(() => handle.current?.write(value), [handle, value]);
  useEffect(() => {
    handle.current?.describe({ id, isDisabled, isInvalid, labelledBy, describedBy });
  }, [handle, id, isDisabled, isInvalid, labelledBy, describedBy]);
  return (
    <div
      ref={parent}
      data-invalid={isInvalid || undefined}
      data-disabled={isDisabled || undefined}
      className={cn(
        controlStyle,
        "json-editor min-w-0 overflow-hidden font-mono text-sm focus-within:border-focus",
      )}
    />
  );
}
