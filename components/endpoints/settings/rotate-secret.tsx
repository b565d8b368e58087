"use client";

import { RefreshCw } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { toast } from "#components/ui/toast.ts";
import { useRotateEndpointSecret } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { ApiProblem } from "#lib/client/problem.ts";
import { asSentence } from "#lib/client/sentence.ts";
import { rotateEndpointSecretBody } from "#lib/contracts/endpoints.ts";

export interface RotateSecretProps {
  endpointId: string;
  onRotated: (secret: string) => void;
}

/** A new secret, and how long the old one goes on signing beside it. */
export function RotateSecret({ endpointId, onRotated }: RotateSecretProps) {
  const { reason } = usePermission("secrets:manage");
  const [isOpen, setOpen] = useState(false);
  const trigger = (
    <Button size="sm" icon={<RefreshCw />} disabledReason={reason}>
      Rotate
    </Button>
  );
  if (reason) return trigger;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      title="Rotate the signing secret"
      description="During the overlap both secrets sign, so you can change your receiver without losing a webhook."
    >
      <RotateForm
        endpointId={endpointId}
        onDone={(secret) => {
          setOpen(false);
          onRotated(secret);
        }}
      />
    </Dialog>
  );
}

const overlaps = [
  {
    value: "0",
    label: "Stop the old secret now",
    hint: "If it leaked. Receivers refuse until they have the new one.",
  },
  { value: "3600", label: "1 hour" },
  { value: "86400", label: "24 hours", hint: "Recommended" },
  { value: "604800", label: "7 days" },
];

type RotateFormProps = { endpointId: string; onDone: (secret: string) => void };

function RotateForm(props: RotateFormProps) {
  const { overlap, setOverlap, imported, setImported, fault, submit, isPending } = useRotation(props);
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <RadioGroup
        label="Overlap"
        look="cards"
        options={overlaps}
        value={overlap}
        onValueChange={setOverlap}
      />
      <Field
        label="Import a secret"
        optional
        hint="An existing Standard Webhooks secret; we make one if you leave this empty."
        error={fault}
      >
        <Input
          mono
          autoComplete="off"
          spellCheck={false}
          placeholder="whsec_…"
          value={imported}
          onChange={(event) => setImported(event.target.value)}
        />
      </Field>
      <DialogActions>
        <DialogClose render={<Button>Cancel</Button>} />
        <Button type="submit" variant="primary" loading={isPending}>
          Rotate secret
        </Button>
      </DialogActions>
    </form>
  );
}

function useRotation({ endpointId, onDone }: RotateFormProps) {
  const rotate = useRotateEndpointSecret();
  const [overlap, setOverlap] = useState("86400");
  const [imported, setImported] = useState("");
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const given = imported.trim();
    const body = { overlapSeconds: Number(overlap), ...(given ? { secret: given } : {}) };
    const checked = rotateEndpointSecretBody.safeParse(body);
    if (!checked.success) return setFault(asSentence(checked.error.issues[0]?.message ?? "is not a secret"));
    try {
      const { secret } = await rotate.mutateAsync({ params: { id: endpointId }, body });
      toast.success("Rotated: the new secret signs from now on");
      return onDone(secret);
    } catch (error) {
      return setFault(wordsOf(error));
    }
  };
  const change = (text: string) => {
    setImported(text);
    setFault(undefined);
  };
  return { overlap, setOverlap, imported, setImported: change, fault, submit, isPending: rotate.isPending };
}

function wordsOf(error: unknown): string {
  const named = error instanceof ApiProblem ? error.errors[0]?.message : undefined;
  return named ? asSentence(named) : messageOf(error);
}
