import type { Metadata } from "next";
import { ReplayPage } from "#components/replays/replay-page.tsx";

export const metadata: Metadata = { title: "Replay" };

type Props = { params: Promise<{ id: string }> };

export default async function PortalReplayPage({ params }: Props) {
  return <ReplayPage id={(await params).id} />;
}
