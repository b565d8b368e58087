"use client";

import { FileUp } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FileButton } from "#components/ui/file-button.tsx";
import { parseObject } from "#components/ui/parse-object.ts";
import { Textarea } from "#components/ui/textarea.tsx";
import { toast } from "#components/ui/toast.ts";
import { useImportEventTypes } from "#lib/client/event-types.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import type { ImportedEventType } from "#lib/contracts/event-types.ts";
import { ImportPreview } from "./import-preview.tsx";

const maxBytes = 250_000;

/** A document pasted or chosen, what it would change, and the word to do it. */
export function ImportForm({ onDone }: { onDone: () => void }) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const [plan, setPlan] = useState<ImportedEventType[]>();
  const run = useImportEventTypes();
  const send = async (dryRun: boolean) => {
    const parsed = parseObject(text);
    if (!("value" in parsed) || !parsed.value) return setProblem("This is no JSON object.");
    if (text.length > maxBytes) return setProblem("This is larger than 250 kB; import it in parts.");
    try {
      const { data } = await run.mutateAsync({ body: { document: parsed.value, dryRun } });
      setPlan(data);
      if (!dryRun) finish(data, onDone);
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const change = (next: string) => {
    setText(next);
    setPlan(undefined);
    setProblem(undefined);
  };
  const count = plan?.filter(({ action }) => action === "create" || action === "update").length ?? 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(plan === undefined);
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Document" hint="JSON, at most 250 kB: paste it, or choose a file." error={problem}>
        <Textarea
          mono
          rows={plan ? 4 : 12}
          value={text}
          onChange={(event) => change(event.target.value)}
          placeholder={'{ "openapi": "3.1.0", "webhooks": { … } }'}
        />
      </Field>
      <FilePicker onText={change} />
      {plan ? <ImportPreview plan={plan} /> : null}
      <DialogActions>
        <Button onClick={onDone}>Cancel</Button>
        <Button
          type="submit"
          variant="primary"
          loading={run.isPending}
          disabled={text.trim() === "" || (plan !== undefined && count === 0)}
        >
          {plan ? `Import ${count} ${count === 1 ? "event type" : "event types"}` : "Preview"}
        </Button>
      </DialogActions>
    </form>
  );
}

function finish(data: readonly ImportedEventType[], onDone: () => void): void {
  const of = (action: string) => data.filter((one) => one.action === action).length;
  toast.success(`${of("create")} created, ${of("update")} changed`);
  onDone();
}

function FilePicker({ onText }: { onText: (text: string) => void }) {
  const choose = async (file: File) => {
    if (file.size <= maxBytes * 4) onText(await file.text());
  };
  return (
    <div>
      <FileButton
        label="Document file"
        accept="application/json,.json"
        icon={<FileUp />}
        onFile={(file) => void choose(file)}
      >
        Choose a file
      </FileButton>
    </div>
  );
}
