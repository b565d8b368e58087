"use client";

import { type FormEvent, useState } from "react";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { Select } from "#components/ui/select.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import { useCreatePortalLink } from "#lib/client/portal.ts";
import type { Application } from "#lib/contracts/applications.ts";
import { type PortalPermission, portalPermissions } from "#lib/contracts/portal.ts";
import type { NewPortalLink } from "./created-portal-link.tsx";
import { permissionWords } from "./permission-words.ts";

export interface PortalLinkFormProps {
  application: Application;
  onCreated: (link: NewPortalLink) => void;
  onCancel: () => void;
}

export function PortalLinkForm({ application, onCreated, onCancel }: PortalLinkFormProps) {
  const create = useCreatePortalLink();
  const [permissions, setPermissions] = useState<PortalPermission[]>([...portalPermissions]);
  const [expiresIn, setExpiresIn] = useState("86400");
  const [session, setSession] = useState("3600");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { permissions, expiresInSeconds: Number(expiresIn), sessionSeconds: Number(session) };
    create.mutate({ params: { id: application.id }, body }, { onSuccess: onCreated });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormProblem message={create.error ? messageOf(create.error) : undefined} />
      <PermissionsField value={permissions} onChange={setPermissions} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Can be opened for">
          <Select options={lifetimes} value={expiresIn} onValueChange={setExpiresIn} />
        </Field>
        <Field label="Session lasts">
          <Select options={sessions} value={session} onValueChange={setSession} />
        </Field>
      </div>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" loading={create.isPending}>
          Create link
        </Button>
      </DialogActions>
    </form>
  );
}

type PermissionsFieldProps = { value: PortalPermission[]; onChange: (value: PortalPermission[]) => void };

function PermissionsField({ value, onChange }: PermissionsFieldProps) {
  return (
    <Fieldset legend="May do">
      <Checkbox
        checked
        disabled
        label="View"
        hint="Its endpoints, events and deliveries, and the event types"
      />
      {portalPermissions.map((permission) => (
        <Checkbox
          key={permission}
          checked={value.includes(permission)}
          onCheckedChange={(isOn) =>
            onChange(portalPermissions.filter((one) => (one === permission ? isOn : value.includes(one))))
          }
          label={permissionWords[permission].label}
          hint={permissionWords[permission].meaning}
        />
      ))}
    </Fieldset>
  );
}

const lifetimes = [
  { value: "600", label: "10 minutes" },
  { value: "3600", label: "1 hour" },
  { value: "86400", label: "24 hours" },
  { value: "604800", label: "7 days" },
];

const sessions = [
  { value: "900", label: "15 minutes" },
  { value: "3600", label: "1 hour" },
  { value: "28800", label: "8 hours" },
  { value: "86400", label: "24 hours" },
];
