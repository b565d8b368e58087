import { NoSuchView } from "#components/views/no-such-view.tsx";

export default function ViewNotFound() {
  return <NoSuchView />;
}
