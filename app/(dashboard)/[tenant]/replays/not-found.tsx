import { NoSuchReplay } from "#components/replays/no-such-replay.tsx";

export default function ReplayNotFound() {
  return <NoSuchReplay />;
}
