import { Button } from "#components/ui/button.tsx";
import { CopyLine } from "#components/ui/copy-line.tsx";
import { DateTime } from "#components/ui/date-time.tsx";
import type { Answer } from "#lib/contracts/operation.ts";
import type { createPortalLink } from "#lib/contracts/portal.ts";

export type NewPortalLink = Answer<typeof createPortalLink>;

/** A link just made: copy it now. */
export function CreatedPortalLink({ link, onDone }: { link: NewPortalLink; onDone: () => void }) {
  return (
    <div className="flex flex-col gap-4">
      <CopyLine text={link.url} label="Copy link" withLabel />
      <p className="text-muted text-sm">
        Can be opened until <DateTime at={link.expiresAt} />. Opening it yourself uses it up.
      </p>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
