"use client";

import { useQuery } from "@tanstack/react-query";
import { IdText } from "#components/ui/id-text.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { applicationQuery, applicationsQuery } from "#lib/client/applications.ts";
import { useTenant } from "#lib/client/tenant.tsx";

const longMs = 5 * 60_000;

/** The name of an application by its id: from the list that is read once, or alone where that is too long to hold it. */
export function ApplicationName({ id }: { id: string }) {
  const { portal } = useTenant();
  return portal ? <bdi className="truncate">{portal.application.name}</bdi> : <ReadName id={id} />;
}

function ReadName({ id }: { id: string }) {
  const tenant = useTenant();
  const list = useQuery({ ...applicationsQuery(tenant.id, { limit: 250 }), staleTime: longMs });
  const listed = list.data?.data.find((application) => application.id === id);
  const single = useQuery({
    ...applicationQuery(tenant.id, id),
    staleTime: longMs,
    enabled: list.isSuccess && !listed,
  });
  const name = listed?.name ?? single.data?.name;
  if (list.isPending || single.isLoading) return <Skeleton className="w-16" />;
  return name ? (
    <bdi className="truncate">{name}</bdi>
  ) : (
    <IdText id={id} copy={false} className="text-faint" />
  );
}
