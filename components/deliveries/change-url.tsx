"use client";

import { Pencil } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateEndpoint } from "#lib/client/endpoints.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Delivery } from "#lib/contracts/deliveries.ts";

export interface ChangeUrlProps {
  delivery: Pick<Delivery, "endpoint" | "endpointUrl">;
  /** What the field holds at first: where a redirect leads, or the URL as it is. */
  proposed: string;
}

/** Mends the URL of the delivery's endpoint without leaving the delivery. */
export function ChangeUrl({ delivery, proposed }: ChangeUrlProps) {
  const { reason } = usePermission("endpoints:write");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Pencil />} disabledReason={reason} onClick={() => setOpen(true)}>
        Change URL…
      </Button>
      {isOpen ? <UrlDialog delivery={delivery} proposed={proposed} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function UrlDialog({ delivery, proposed, onClose }: ChangeUrlProps & { onClose: () => void }) {
  const formId = useId();
  // A retry that goes out at once and arrives takes this dialog away with what it explains; the word is still due.
  const update = useUpdateEndpoint(() => {
    toast.success("URL changed", { description: "Every attempt from now on goes there." });
    onClose();
  });
  const [url, setUrl] = useState(proposed);
  const save = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    update.mutate({ params: { id: delivery.endpoint }, body: { url } });
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Change the endpoint's URL"
      description="For every delivery to this endpoint from now on; signing secret and settings stay."
      footer={
        <>
          <DialogClose render={<Button>Cancel</Button>} />
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            Save URL
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="flex flex-col gap-4" noValidate>
        <p className="text-muted text-sm wrap-anywhere">
          Now: <bdi className="font-mono">{delivery.endpointUrl}</bdi>
        </p>
        <Field label="New URL" error={update.error ? messageOf(update.error) : undefined}>
          <Input
            type="url"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      </form>
    </Dialog>
  );
}
