"use client";

import { Callout } from "#components/ui/callout.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { messageOf } from "#lib/client/form-errors.ts";
import { useUpdateInbox } from "#lib/client/inbox.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { Inbox } from "#lib/contracts/inbox.ts";
import { answerName, answerOptions, delayOptions } from "./answers.ts";

/** How the inbox answers from now on; a choice holds at once. */
export function AnswerFields({ inbox }: { inbox: Inbox }) {
  const { reason } = usePermission("endpoints:write");
  const update = useUpdateInbox();
  const change = update.isPending ? update.variables.body : undefined;
  const { status, delaySeconds } = { ...inbox, ...change };
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Answers with" disabled={reason !== undefined}>
          <Select
            options={answerOptions}
            value={String(status)}
            onValueChange={(value) => update.mutate({ body: { status: statusOf(value) } })}
          />
        </Field>
        <Field label="After" disabled={reason !== undefined}>
          <Select
            options={delayOptions}
            value={String(delaySeconds)}
            onValueChange={(value) => update.mutate({ body: { delaySeconds: Number(value) } })}
          />
        </Field>
      </div>
      <p className="text-muted text-sm">
        {reason ?? (
          <>
            Or per endpoint: add <code className="font-mono text-xs">?status=503&amp;delay=2</code> to its
            URL.
          </>
        )}
      </p>
      {update.error ? (
        <Callout live tone="danger" title={`It still answers with ${answerName(inbox.status)}`}>
          {messageOf(update.error)}
        </Callout>
      ) : null}
    </div>
  );
}

function statusOf(value: string): Inbox["status"] {
  return Number(value) as Inbox["status"];
}
