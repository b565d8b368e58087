import { Callout } from "#components/ui/callout.tsx";

/** What the server refused and no field can show. */
export function FormProblem({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <Callout live tone="danger" title="This was not saved">
      {message}
    </Callout>
  );
}
