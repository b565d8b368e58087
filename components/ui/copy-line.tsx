import { CopyButton } from "./copy-button.tsx";

export interface CopyLineProps {
  text: string;
  /** What is copied, for the button's name: "Copy key". */
  label: string;
  /** Shows the label as words, where copying is the thing to do. */
  withLabel?: boolean;
}

/** A text in full that is there to be copied: a secret, a key, a link. */
export function CopyLine({ text, label, withLabel = false }: CopyLineProps) {
  return (
    <div className="flex min-w-0 items-center gap-2 rounded-md border border-control bg-sunken py-1 pr-1 pl-3">
      <code className="min-w-0 flex-1 break-all font-mono text-sm">{text}</code>
      <CopyButton text={text} label={label} withLabel={withLabel} />
    </div>
  );
}
