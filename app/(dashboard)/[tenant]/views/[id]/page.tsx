import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { addressOfView } from "#components/views/view-query.ts";
import { AppError } from "#lib/errors.ts";
import { getView } from "#lib/views/get.ts";
import { pageContext } from "../../page-context.ts";

export const metadata: Metadata = { title: "View not found" };

type Props = { params: Promise<{ tenant: string; id: string }> };

/** The address of a view that lasts: it leads to the log, filtered as the view says by now. */
export default async function ViewPage({ params }: Props) {
  const { tenant, id } = await params;
  redirect(addressOfView(tenant, await loadView(tenant, id)));
}

async function loadView(slug: string, id: string) {
  const { ctx } = await pageContext(slug);
  try {
    return await getView(ctx, { id });
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}
