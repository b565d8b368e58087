import { CircleAlert, CircleDashed, Clock, ShieldCheck } from "lucide-react";
import { cn } from "#components/ui/cn.ts";
import type { SignatureCheck } from "#lib/contracts/inbox.ts";

const marks = {
  verified: { icon: ShieldCheck, word: "Verified", ink: "text-delivered" },
  wrong: { icon: CircleAlert, word: "Wrong", ink: "text-failed" },
  stale: { icon: Clock, word: "Too old", ink: "text-retrying" },
  missing: { icon: CircleAlert, word: "Missing", ink: "text-failed" },
  unchecked: { icon: CircleDashed, word: "Not checked", ink: "text-pending" },
} as const satisfies Record<SignatureCheck, object>;

/** What a signature is worth, as icon and word. */
export function SignatureMark({ signature }: { signature: SignatureCheck }) {
  const { icon: Icon, word, ink } = marks[signature];
  return (
    <span
      className={cn(
        "inline-flex h-5 items-center align-middle gap-1.5 whitespace-nowrap font-medium text-xs",
        ink,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {word}
    </span>
  );
}
