import type { Metadata } from "next";
import { DeliveryLog } from "#components/deliveries/delivery-log.tsx";

export const metadata: Metadata = { title: "Deliveries" };

type Props = { params: Promise<{ endpointId: string }> };

export default async function PortalEndpointDeliveriesPage({ params }: Props) {
  const { endpointId } = await params;
  return <DeliveryLog fixed={{ endpoint: endpointId }} />;
}
