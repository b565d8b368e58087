import type { Metadata } from "next";
import { DeliveryPage } from "#components/deliveries/delivery-page.tsx";
import { Page } from "#components/layout/page.tsx";
import { titleOf } from "#components/layout/title-of.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf("Delivery", (await params).id) };
}

export default async function DeliveryRoute({ params }: Props) {
  return (
    <Page className="max-w-5xl">
      <DeliveryPage id={(await params).id} />
    </Page>
  );
}
