import type { Metadata } from "next";
import { DeliveryLog } from "#components/deliveries/delivery-log.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Deliveries" };

export default function PortalDeliveriesPage() {
  return (
    <Page width="full">
      <PageHeader title="Deliveries" description="Every event on its way to every endpoint, newest first." />
      <DeliveryLog />
    </Page>
  );
}
