import { CopyButton } from "#components/ui/copy-button.tsx";

/** A secret in full, with Copy: right after it was made, or while it is revealed. */
export function SecretText({ secret }: { secret: string }) {
  return (
    <div className="flex min-w-0 items-center gap-2 rounded-md border border-control bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 break-all font-mono text-sm">{secret}</code>
      <CopyButton text={secret} label="Copy secret" />
    </div>
  );
}
