import type { Metadata } from "next";
import { Overview } from "#components/overview/overview.tsx";
import { requireMember } from "#lib/auth/require-member.ts";

type Props = { params: Promise<{ tenant: string }> };

// The layout's template is for the pages below it, not for the page beside it.
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant } = await requireMember((await params).tenant);
  return { title: { absolute: `Overview · ${tenant.name} · Posthorn` } };
}

export default function OverviewPage() {
  return <Overview />;
}
