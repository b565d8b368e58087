import { NoSuchApplication } from "#components/applications/no-such-application.tsx";

export default function ApplicationNotFound() {
  return <NoSuchApplication />;
}
