import type { Metadata } from "next";
import { DeliveryPage } from "#components/deliveries/delivery-page.tsx";
import { Page } from "#components/layout/page.tsx";

type Props = { params: Promise<{ id: string }> };

/** With the end of its id, by which tabs are told apart. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Delivery …${(await params).id.slice(-6)}` };
}

export default async function PortalDeliveryPage({ params }: Props) {
  return (
    <Page className="max-w-5xl">
      <DeliveryPage id={(await params).id} />
    </Page>
  );
}
