import type { Metadata } from "next";
import { DeliveryLog } from "#components/deliveries/delivery-log.tsx";

export const metadata: Metadata = { title: "Deliveries" };

export default async function EndpointDeliveriesPage({
  params,
}: {
  params: Promise<{ endpointId: string }>;
}) {
  return <DeliveryLog fixed={{ endpoint: (await params).endpointId }} />;
}
