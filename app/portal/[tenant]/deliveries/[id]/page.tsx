import type { Metadata } from "next";
import { DeliveryPage } from "#components/deliveries/delivery-page.tsx";
import { Page } from "#components/layout/page.tsx";

export const metadata: Metadata = { title: "Delivery" };

export default async function PortalDeliveryPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <Page className="max-w-5xl">
      <DeliveryPage id={(await params).id} />
    </Page>
  );
}
