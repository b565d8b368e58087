"use client";

import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { SaveButton } from "#components/dashboard/save-button.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { toast } from "#components/ui/toast.ts";
import { useUpdateNotificationSettings } from "#lib/client/alerts.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import type { NotificationSettings } from "#lib/contracts/alerts.ts";

type Slack = NotificationSettings["slack"];

/** The incoming webhook; its URL is written, never shown. */
export function SlackForm({ slack }: { slack: Slack }) {
  const { reason } = usePermission("tenant:manage");
  const update = useUpdateNotificationSettings();
  const form = useForm({ defaultValues: { slackUrl: "" } });
  const { errors, isDirty } = form.formState;
  const save = async (slackUrl: string | null) => {
    try {
      await update.mutateAsync({ body: { slackUrl } });
      form.reset();
      toast.success(slackUrl === null ? "Webhook removed" : "Saved");
    } catch (error) {
      showProblem(form, error);
    }
  };
  return (
    <Card>
      <form onSubmit={form.handleSubmit(({ slackUrl }) => save(slackUrl.trim()))} noValidate>
        <CardHeader title="Slack" description="Or anything that takes Slack’s incoming webhooks." />
        <CardBody className="flex flex-col gap-4">
          <FormProblem message={errors.root?.message} />
          <SlackState slack={slack} />
          <Field
            label={slack.host ? "Replace the webhook URL" : "Webhook URL"}
            hint="Kept encrypted and not shown again."
            error={errors.slackUrl?.message}
            disabled={reason !== undefined}
          >
            <Input
              type="url"
              autoComplete="off"
              spellCheck={false}
              placeholder="https://hooks.slack.com/services/…"
              className="font-mono"
              {...form.register("slackUrl")}
            />
          </Field>
        </CardBody>
        <CardFooter className="justify-end">
          {slack.host ? (
            <Button onClick={() => void save(null)} disabledReason={reason}>
              Remove webhook
            </Button>
          ) : null}
          <SaveButton isSaving={update.isPending} isDirty={isDirty} reason={reason}>
            Save webhook
          </SaveButton>
        </CardFooter>
      </form>
    </Card>
  );
}

function SlackState({ slack: { host, lastSentAt, lastError } }: { slack: Slack }) {
  if (!host) return null;
  return (
    <p className="text-muted text-sm">
      Posts to <span className="font-mono text-ink">{host}</span>.{" "}
      {lastError ? <span className="text-failed">Last try: {lastError}</span> : null}
      {!lastError && lastSentAt ? (
        <>
          Last sent <RelativeTime at={lastSentAt} />.
        </>
      ) : null}
    </p>
  );
}
