"use client";

import { Collapsible } from "@base-ui/react/collapsible";
import { ChevronRight } from "lucide-react";
import { Field } from "#components/ui/field.tsx";
import { FormInput } from "./form-input.tsx";
import { FormatFields } from "./format-fields.tsx";
import { HeadersField } from "./headers-field.tsx";
import { LimitFields, type LimitFieldsProps } from "./limit-fields.tsx";
import { RetryField } from "./retry-field.tsx";

export interface AdvancedFieldsProps extends LimitFieldsProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** What most endpoints never need, folded away. */
export function AdvancedFields({ isOpen, onOpenChange, ...parts }: AdvancedFieldsProps) {
  const { control, errors, disabled } = parts;
  return (
    <Collapsible.Root open={isOpen} onOpenChange={onOpenChange} className="border-line border-t pt-4">
      <Collapsible.Trigger className="group/advanced touch-target flex items-center gap-2 rounded-sm text-left font-medium">
        <ChevronRight
          aria-hidden
          className="size-4 text-faint transition-transform group-data-panel-open/advanced:rotate-90"
        />
        Advanced
        <span className="font-normal text-muted">headers, retries, limits, payload, secret</span>
      </Collapsible.Trigger>
      <Collapsible.Panel className="flex flex-col gap-6 pt-5">
        <HeadersField {...parts} errors={errors.headers} />
        <RetryField {...parts} />
        <LimitFields {...parts} />
        <FormatFields {...parts} />
        <Field
          label="Import a secret"
          optional
          hint="An existing Standard Webhooks secret; we make one if you leave this empty."
          error={errors.secret?.message}
          disabled={disabled}
        >
          <FormInput
            control={control}
            name="secret"
            mono
            autoComplete="off"
            spellCheck={false}
            placeholder="whsec_…"
          />
        </Field>
      </Collapsible.Panel>
    </Collapsible.Root>
  );
}
