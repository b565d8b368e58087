"use client";

import { useRouter } from "next/navigation";
import { useForm, useWatch } from "react-hook-form";
import { FormProblem } from "#components/dashboard/form-problem.tsx";
import { UnsavedChanges } from "#components/dashboard/unsaved-changes.tsx";
import { exampleOf } from "#components/schema/example-of.ts";
import { inferSchema } from "#components/schema/infer-schema.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardFooter } from "#components/ui/card.tsx";
import { parseObject } from "#components/ui/parse-object.ts";
import { usePermission } from "#lib/client/permission.ts";
import { JsonField } from "./json-field.tsx";
import { NameFields } from "./name-fields.tsx";
import { resolveEventType } from "./resolve.ts";
import { showFaults } from "./show-faults.ts";
import { type EventTypeBody, type EventTypeValues, toBody } from "./values.ts";

export interface EventTypeFormProps {
  initial: EventTypeValues;
  /** An event type keeps its name. */
  isNew: boolean;
  submitLabel: string;
  cancelHref: string;
  /** Saves and returns the address to go to. */
  onSave: (body: EventTypeBody) => Promise<string>;
}

export function EventTypeForm({ initial, isNew, submitLabel, cancelHref, onSave }: EventTypeFormProps) {
  const router = useRouter();
  const { reason } = usePermission("event-types:write");
  const form = useForm({ defaultValues: initial, resolver: resolveEventType, mode: "onTouched" });
  const { errors, isDirty, isSubmitting, isSubmitSuccessful } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      router.push(await onSave(toBody(values)));
    } catch (error) {
      showFaults(form, error);
    }
  });
  const disabled = reason !== undefined;
  const isSaved = isSubmitSuccessful && Object.keys(errors).length === 0;
  return (
    <Card>
      <form onSubmit={submit} noValidate>
        <CardBody className="flex flex-col gap-5">
          <FormProblem message={errors.root?.message} />
          <NameFields register={form.register} errors={errors} isNew={isNew} disabled={disabled} />
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <ExampleField form={form} disabled={disabled} />
            <SchemaField form={form} disabled={disabled} />
          </div>
        </CardBody>
        <CardFooter className="justify-end">
          <ButtonLink href={cancelHref} variant="ghost">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" loading={isSubmitting || isSaved} disabledReason={reason}>
            {submitLabel}
          </Button>
        </CardFooter>
      </form>
      <UnsavedChanges when={isDirty && !isSubmitting && !isSaved} />
    </Card>
  );
}

type JsonPartProps = { form: ReturnType<typeof useForm<EventTypeValues>>; disabled: boolean };

function ExampleField({ form, disabled }: JsonPartProps) {
  const { control, setValue } = form;
  const [schema, example] = useWatch({ control, name: ["schema", "example"] });
  const parsed = parseObject(schema);
  const draft = () => {
    if (!("value" in parsed) || !parsed.value) return;
    const text = JSON.stringify(exampleOf(parsed.value), null, 2);
    setValue("example", text, { shouldDirty: true, shouldValidate: true });
  };
  const canDraft = example.trim() === "" && "value" in parsed && parsed.value !== null;
  return (
    <JsonField
      control={control}
      disabled={disabled}
      name="example"
      label="Example"
      hint="The data of a typical event. Test events start from it, and receivers read it first."
      placeholder={'{\n  "invoice": "in_1042",\n  "amount": 4200\n}'}
      actions={
        canDraft ? (
          <Button size="sm" onClick={draft}>
            Draft from the schema
          </Button>
        ) : null
      }
    />
  );
}

function SchemaField({ form, disabled }: JsonPartProps) {
  const { control, setValue } = form;
  const [schema, example] = useWatch({ control, name: ["schema", "example"] });
  const parsed = parseObject(example);
  const draft = () => {
    if (!("value" in parsed) || !parsed.value) return;
    const text = JSON.stringify(inferSchema(parsed.value), null, 2);
    setValue("schema", text, { shouldDirty: true, shouldValidate: true });
  };
  return (
    <JsonField
      control={control}
      name="schema"
      label="JSON Schema"
      hint="Draft 2020-12, of data. The example has to satisfy it; posted events are not checked."
      placeholder={'{\n  "type": "object",\n  "properties": {}\n}'}
      disabled={disabled}
      actions={
        schema.trim() === "" ? (
          <Button size="sm" onClick={draft} disabled={!("value" in parsed) || !parsed.value}>
            Draft from the example
          </Button>
        ) : null
      }
    />
  );
}
