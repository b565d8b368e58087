import { IdText } from "#components/ui/id-text.tsx";

/** Says of a page that broke whose fault it is, what it does not touch, and under which id it was logged. */
export function FaultNote({ error }: { error: Error & { digest?: string } }) {
  return (
    <>
      The fault is ours and has been logged. Your webhooks are not affected: they are sent by another process.
      {error.digest ? (
        <p className="mt-3 text-faint text-xs">
          Error <IdText id={error.digest} label="error id" full className="text-xs" />
        </p>
      ) : null}
    </>
  );
}
