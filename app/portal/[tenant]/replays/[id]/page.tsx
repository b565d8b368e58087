import type { Metadata } from "next";
import { titleOf } from "#components/layout/title-of.ts";
import { ReplayPage } from "#components/replays/replay-page.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: titleOf("Replay", (await params).id) };
}

export default async function PortalReplayPage({ params }: Props) {
  return <ReplayPage id={(await params).id} />;
}
