import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ApplicationFrame } from "#components/applications/application-frame.tsx";
import { applicationQuery } from "#lib/client/applications.ts";
import { loadApplication } from "./load-application.ts";

type Props = { children: ReactNode; params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params;
  const found = await loadApplication(tenant, decodeURIComponent(id));
  if (!found) return { title: "Application not found" };
  const { name } = found.application;
  return { title: { default: name, template: `%s · ${name} · ${found.tenant.name} · Posthorn` } };
}

export default async function ApplicationLayout({ children, params }: Props) {
  const { tenant, id } = await params;
  const reference = decodeURIComponent(id);
  const found = await loadApplication(tenant, reference);
  if (!found) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(applicationQuery(found.tenant.id, reference).queryKey, found.application);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ApplicationFrame id={reference}>{children}</ApplicationFrame>
    </HydrationBoundary>
  );
}
