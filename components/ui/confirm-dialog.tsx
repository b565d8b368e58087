"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { type FormEvent, type ReactElement, type ReactNode, useState } from "react";
import { Button } from "./button.tsx";
import { cn } from "./cn.ts";
import { backdropStyle, DialogFooter, dialogStyle, viewportStyle } from "./dialog.tsx";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";

export interface ConfirmDialogProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactElement;
  title: ReactNode;
  /** What will happen, to how many, and whether it can be undone. */
  consequences: ReactNode;
  /** The verb and its object, such as "Delete endpoint". */
  confirmLabel: string;
  /** Runs on confirm; the dialog closes when it resolves and shows the message when it rejects. */
  onConfirm: () => unknown;
  /** The name that must be typed first, for what cannot be undone. */
  typeToConfirm?: string;
  tone?: "danger" | "primary";
}

export function ConfirmDialog({ open: openOutside, onOpenChange, trigger, ...content }: ConfirmDialogProps) {
  const [openInside, setOpenInside] = useState(false);
  const open = openOutside ?? openInside;
  const setOpen = (next: boolean) => {
    setOpenInside(next);
    onOpenChange?.(next);
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      {trigger ? <AlertDialog.Trigger render={trigger} /> : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={backdropStyle} />
        <AlertDialog.Viewport className={viewportStyle}>
          <AlertDialog.Popup className={cn(dialogStyle, "max-w-md")}>
            <ConfirmForm {...content} close={() => setOpen(false)} />
          </AlertDialog.Popup>
        </AlertDialog.Viewport>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

type ConfirmFormProps = Omit<ConfirmDialogProps, "open" | "onOpenChange" | "trigger"> & { close: () => void };

function ConfirmForm(props: ConfirmFormProps) {
  const { title, consequences, confirmLabel, onConfirm, typeToConfirm, tone = "danger", close } = props;
  const [typed, setTyped] = useState("");
  const { run, busy, failure } = useConfirm(onConfirm, close);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void run();
  };
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-col">
      <div className="min-h-0 overflow-y-auto px-5 py-4">
        <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
        <AlertDialog.Description render={<div />} className="mt-2 text-base text-muted">
          {consequences}
        </AlertDialog.Description>
        {typeToConfirm ? <TypedName name={typeToConfirm} typed={typed} onType={setTyped} /> : null}
        <p role="alert" className="mt-3 text-failed text-sm empty:hidden">
          {failure}
        </p>
      </div>
      <DialogFooter>
        <AlertDialog.Close render={<Button>Cancel</Button>} />
        <Button
          type="submit"
          variant={tone}
          loading={busy}
          disabled={typeToConfirm !== undefined && typed.trim() !== typeToConfirm}
        >
          {confirmLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}

function TypedName({
  name,
  typed,
  onType,
}: {
  name: string;
  typed: string;
  onType: (typed: string) => void;
}) {
  const label = (
    <span className="font-normal text-muted">
      Type <span className="select-all break-all font-medium font-mono text-ink text-sm">{name}</span> to
      confirm
    </span>
  );
  return (
    <Field label={label} className="mt-4">
      <Input
        value={typed}
        onChange={(event) => onType(event.target.value)}
        autoComplete="off"
        spellCheck={false}
      />
    </Field>
  );
}

function useConfirm(onConfirm: ConfirmDialogProps["onConfirm"], close: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm();
      close();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "That did not work. Try again.");
    } finally {
      setBusy(false);
    }
  };
  return { run, busy, failure };
}
