import type { Metadata } from "next";
import { ReplayPage } from "#components/replays/replay-page.tsx";

type Props = { params: Promise<{ id: string }> };

/** With the end of its id, by which tabs are told apart. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Replay …${(await params).id.slice(-6)}` };
}

export default async function PortalReplayPage({ params }: Props) {
  return <ReplayPage id={(await params).id} />;
}
