import { PageSkeleton } from "#components/dashboard/page-skeleton.tsx";

export default function Loading() {
  return <PageSkeleton />;
}
