"use client";

import { CodeFilter } from "#components/deliveries/code-filter.tsx";
import { errorKindNames } from "#components/deliveries/error-kind-names.ts";
import { ApplicationFilter } from "#components/log/application-filter.tsx";
import { EndpointFilter } from "#components/log/endpoint-filter.tsx";
import { EventTypeFilter } from "#components/log/event-type-filter.tsx";
import { OptionFilter } from "#components/log/option-filter.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DateRangePicker } from "#components/ui/date-range-picker.tsx";
import { Fieldset } from "#components/ui/fieldset.tsx";
import { statuses } from "#components/ui/status.ts";
import { errorKinds } from "#lib/contracts/error-kinds.ts";
import { type ReplayableStatus, replayableStatuses } from "#lib/contracts/replays.ts";
import type { ReplayDraft } from "./draft.ts";

export interface ScopeFieldsProps {
  draft: ReplayDraft;
  onChange: (changes: Partial<ReplayDraft>) => void;
  isEndpointFixed: boolean;
}

/** Which deliveries: made when, standing how, and narrowed as in the log. */
export function ScopeFields({ draft, onChange, isEndpointFixed }: ScopeFieldsProps) {
  return (
    <>
      <Fieldset legend="Created">
        <DateRangePicker
          value={draft.range}
          onValueChange={(range) => onChange({ range })}
          className="w-fit max-w-full"
        />
      </Fieldset>
      <StatusChoice chosen={draft.statuses} onChoose={(chosen) => onChange({ statuses: chosen })} />
      <Fieldset legend="Only">
        <div className="flex flex-wrap gap-2">
          <NarrowingChips draft={draft} onChange={onChange} isEndpointFixed={isEndpointFixed} />
        </div>
      </Fieldset>
    </>
  );
}

type StatusChoiceProps = {
  chosen: readonly ReplayableStatus[];
  onChoose: (chosen: ReplayableStatus[]) => void;
};

function StatusChoice({ chosen, onChoose }: StatusChoiceProps) {
  const toggle = (status: ReplayableStatus, isOn: boolean) =>
    onChoose(replayableStatuses.filter((one) => (one === status ? isOn : chosen.includes(one))));
  return (
    <Fieldset legend="Which">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 max-sm:gap-y-0">
        {replayableStatuses.map((status) => (
          <Checkbox
            key={status}
            checked={chosen.includes(status)}
            onCheckedChange={(isOn) => toggle(status, isOn)}
            label={statuses[status].word}
            hint={meanings[status]}
          />
        ))}
      </div>
    </Fieldset>
  );
}

const meanings: Record<ReplayableStatus, string> = {
  failed: "All attempts are used up",
  canceled: "Never attempted, or stopped",
  retrying: "Sent now instead of later",
  delivered: "Arrived, and sent a second time",
};

function NarrowingChips({ draft, onChange, isEndpointFixed }: ScopeFieldsProps) {
  return (
    <>
      {isEndpointFixed ? null : (
        <EndpointFilter value={draft.endpoint} onValueChange={(endpoint) => onChange({ endpoint })} />
      )}
      <EventTypeFilter values={draft.eventTypes} onValuesChange={(eventTypes) => onChange({ eventTypes })} />
      {isEndpointFixed ? null : (
        <ApplicationFilter
          value={draft.application}
          onValueChange={(application) => onChange({ application })}
        />
      )}
      <CodeFilter
        value={draft.responseStatus}
        onValueChange={(responseStatus) => onChange({ responseStatus })}
      />
      <OptionFilter
        label="Error"
        options={errorKinds.map((kind) => ({ value: kind, label: errorKindNames[kind] }))}
        values={draft.errorKinds}
        onValuesChange={(kinds) => onChange({ errorKinds: kinds })}
      />
    </>
  );
}
