import { ApplicationOverview } from "#components/applications/application-overview.tsx";

export default async function ApplicationPage({ params }: { params: Promise<{ id: string }> }) {
  return <ApplicationOverview id={decodeURIComponent((await params).id)} />;
}
