"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { signInWith } from "#lib/client/account.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { ProviderIcon } from "./provider-icon.tsx";

export interface ProviderButtonsProps {
  providers: readonly { id: string; name: string }[];
  /** Where to come back to. */
  callbackUrl: string;
}

/** The other ways in, above the form; nothing where none is set up. */
export function ProviderButtons({ providers, callbackUrl }: ProviderButtonsProps) {
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<string>();
  if (providers.length === 0) return null;
  const leave = async (id: string) => {
    setChosen(id);
    setProblem(undefined);
    await signInWith(id, callbackUrl).catch((error) => {
      setChosen(undefined);
      setProblem(messageOf(error));
    });
  };
  return (
    <div className="flex flex-col gap-2">
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          size="lg"
          icon={<ProviderIcon id={id} />}
          loading={chosen === id}
          disabled={chosen !== undefined && chosen !== id}
          onClick={() => void leave(id)}
        >
          Continue with {name}
        </Button>
      ))}
      <p role="alert" className="text-failed text-sm empty:hidden">
        {problem}
      </p>
      <OrDivider />
    </div>
  );
}

function OrDivider() {
  return (
    <div className="my-3 flex items-center gap-3 text-faint text-sm">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
