import type { Metadata } from "next";
import { DeliveryLog } from "#components/deliveries/delivery-log.tsx";

export const metadata: Metadata = { title: "Deliveries" };

export default async function ApplicationDeliveriesPage({ params }: { params: Promise<{ id: string }> }) {
  return <DeliveryLog fixed={{ application: decodeURIComponent((await params).id) }} />;
}
