"use client";

import { useParams, useRouter } from "next/navigation";
import { useEffect } from "react";
import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";

/** Where links lead: on to the endpoints, once the link is opened. */
export default function PortalPage() {
  const { tenant } = useParams<{ tenant: string }>();
  const router = useRouter();
  useEffect(() => router.replace(`/portal/${tenant}/endpoints`), [router, tenant]);
  return <PageSkeleton />;
}
