import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { shortenUrl } from "#components/deliveries/shorten-url.ts";
import { EndpointFrame } from "#components/endpoints/endpoint-frame.tsx";
import { endpointQuery } from "#lib/client/endpoints.ts";
import { loadEndpoint } from "./load-endpoint.ts";

type Props = { children: ReactNode; params: Promise<{ tenant: string; endpointId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, endpointId } = await params;
  const found = await loadEndpoint(tenant, endpointId);
  if (!found) return { title: "Endpoint not found" };
  const { host, path } = shortenUrl(found.endpoint.url);
  const name = host + path;
  return { title: { default: name, template: `%s · ${name} · ${found.tenant.name} · Posthorn` } };
}

export default async function EndpointLayout({ children, params }: Props) {
  const { tenant, endpointId } = await params;
  const found = await loadEndpoint(tenant, endpointId);
  if (!found) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(endpointQuery(found.tenant.id, endpointId).queryKey, found.endpoint);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <EndpointFrame id={endpointId}>{children}</EndpointFrame>
    </HydrationBoundary>
  );
}
