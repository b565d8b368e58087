"use client";

import { useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useForm } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { Page } from "#components/layout/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { useCreateEndpoint } from "#lib/client/endpoints.ts";
import { showProblem } from "#lib/client/form-errors.ts";
import { usePermission } from "#lib/client/permission.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { CreatedEndpoint } from "./created-endpoint.tsx";
import { AdvancedFields } from "./form/advanced-fields.tsx";
import { ApplicationField } from "./form/application-field.tsx";
import { BasicFields } from "./form/basic-fields.tsx";
import { EventTypesField } from "./form/event-types-field.tsx";
import { focusFirstFault } from "./form/focus-first-fault.ts";
import { fieldOf, resolveNew } from "./form/resolve.ts";
import { type EndpointValues, emptyValues, toBody } from "./form/values.ts";

export function NewEndpoint() {
  const { slug } = useTenant();
  const create = useCreateEndpoint();
  if (create.data) return <CreatedEndpoint endpoint={create.data} />;
  return (
    <Page width="narrow">
      <PageHeader
        title="New endpoint"
        description="A URL that receives your webhooks, signed with a secret of its own."
        breadcrumbs={[{ label: "Endpoints", href: `/${slug}/endpoints` }]}
      />
      <CreateForm create={create} />
    </Page>
  );
}

function CreateForm({ create }: { create: ReturnType<typeof useCreateEndpoint> }) {
  const { slug } = useTenant();
  const { reason } = usePermission("endpoints:write");
  const { form, submit, isAdvancedOpen, setAdvancedOpen } = useCreateForm(create);
  const { errors, isDirty } = form.formState;
  const parts = { control: form.control, errors, disabled: reason !== undefined };
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardBody className="flex flex-col gap-5">
          <FormProblem message={errors.root?.message} />
          <BasicFields {...parts} />
          <EventTypesField {...parts} />
          <ApplicationField {...parts} />
          <AdvancedFields {...parts} isOpen={isAdvancedOpen} onOpenChange={setAdvancedOpen} />
        </CardBody>
        <CardFooter className="justify-end">
          <ButtonLink href={`/${slug}/endpoints`} variant="ghost">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" loading={create.isPending} disabledReason={reason}>
            Create endpoint
          </Button>
        </CardFooter>
      </form>
      <UnsavedChanges when={isDirty && !create.isPending} />
    </Card>
  );
}

/** The form of a new endpoint; a fault in the folded part unfolds it. */
function useCreateForm(create: ReturnType<typeof useCreateEndpoint>) {
  const application = useSearchParams().get("application");
  const [isAdvancedOpen, setAdvancedOpen] = useState(false);
  const form = useForm<EndpointValues>({
    defaultValues: { ...emptyValues, application },
    resolver: resolveNew,
    shouldFocusError: false,
  });
  const save = (values: EndpointValues) =>
    create.mutateAsync({ body: toBody(values) }).catch((error: unknown) => {
      showProblem(form, error, (path) => fieldOf(path.split("."), values));
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const element = event.currentTarget;
    return form.handleSubmit(save, (faults) => {
      if (advancedFields.some((name) => name in faults)) setAdvancedOpen(true);
      focusFirstFault(element);
    })(event);
  };
  return { form, submit, isAdvancedOpen, setAdvancedOpen };
}

const advancedFields: readonly (keyof EndpointValues)[] = [
  "channels",
  "headers",
  "retrySchedule",
  "timeoutSeconds",
  "rateLimit",
  "maxInFlight",
  "secret",
];
