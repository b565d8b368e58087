import { EndpointMissing } from "#components/endpoints/endpoint-missing.tsx";

export default function EndpointNotFound() {
  return <EndpointMissing />;
}
