import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReplayPage } from "#components/replays/replay-page.tsx";
import { placeOf } from "#components/replays/scope-words.ts";
import { replayQuery } from "#lib/client/replays.ts";
import { loadReplay } from "./load-replay.ts";

type Props = { params: Promise<{ tenant: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { tenant, id } = await params;
  const found = await loadReplay(tenant, id);
  return { title: found ? `Replay of ${placeOf(found.replay.scope)}` : "Replay not found" };
}

export default async function OneReplayPage({ params }: Props) {
  const { tenant, id } = await params;
  const found = await loadReplay(tenant, id);
  if (!found) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(replayQuery(found.tenant.id, id).queryKey, found.replay);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ReplayPage id={id} />
    </HydrationBoundary>
  );
}
