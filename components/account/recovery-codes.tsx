"use client";

import { Download } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** Ten codes, shown this once. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const text = `${codes.join("\n")}\n`;
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" title="Save these recovery codes now">
        They are not shown again. Each signs you in once, should your phone be gone.
      </Callout>
      <ol className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-md border border-control bg-sunken px-4 py-3 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} label="Copy codes" withLabel size="md" />
        <Button icon={<Download />} onClick={() => save(text)}>
          Download
        </Button>
        <Button variant="primary" className="ml-auto max-sm:ml-0 max-sm:w-full" onClick={onDone}>
          I have saved them
        </Button>
      </div>
    </div>
  );
}

function save(text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = "posthorn-recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(link.href);
}
