import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { checklistCookie, parseVisibility } from "#components/overview/checklist-cookie.ts";
import { Overview } from "#components/overview/overview.tsx";
import { pageContext } from "./page-context.ts";
import { prefetchOverview } from "./prefetch-overview.ts";

type Props = { params: Promise<{ tenant: string }> };

// The layout's template is for the pages below it, not for the page beside it.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await pageContext((await params).tenant);
  return { title: { absolute: `Overview · ${tenant.name} · Posthorn` } };
}

export default async function OverviewPage({ params }: Props) {
  const { tenant: slug } = await params;
  const checklist = parseVisibility((await cookies()).get(checklistCookie)?.value);
  return (
    <HydrationBoundary state={await prefetchOverview(slug, checklist)}>
      <Overview checklist={checklist} />
    </HydrationBoundary>
  );
}
