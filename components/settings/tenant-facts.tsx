import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import { DescriptionList } from "#components/ui/description-list.tsx";
import { IdText } from "#components/ui/id-text.tsx";
import type { Tenant } from "#lib/contracts/me.ts";

export function TenantFacts({ tenant }: { tenant: Tenant }) {
  return (
    <Card>
      <CardHeader title="Details" />
      <CardBody className="py-2">
        <DescriptionList
          items={[
            { term: "Id", details: <IdText id={tenant.id} label="tenant id" full /> },
            { term: "Address", details: <span className="font-mono text-sm">/{tenant.slug}</span> },
            { term: "Created", details: <DateTime at={tenant.createdAt} /> },
          ]}
        />
      </CardBody>
    </Card>
  );
}
