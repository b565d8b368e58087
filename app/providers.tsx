"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";
import { PreferencesProvider } from "#components/preferences/preferences-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { Preferences } from "#lib/contracts/preferences.ts";
import { createQueryClient } from "./query-client.ts";

export interface ProvidersProps {
  /** Of the document; what is rendered later brings one of its own that the browser does not know. */
  nonce: string | undefined;
  /** How the signed-in person wants things shown. */
  account: Preferences | undefined;
  lastZone: string | undefined;
  children: ReactNode;
}

export function Providers({ nonce: given, account, lastZone, children }: ProvidersProps) {
  const [nonce] = useState(given);
  const [queryClient] = useState(createQueryClient);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      disableTransitionOnChange
      {...(nonce ? { nonce } : {})}
    >
      <CSPProvider nonce={nonce}>
        <QueryClientProvider client={queryClient}>
          <NuqsAdapter>
            <TooltipProvider>
              <PreferencesProvider account={account} lastZone={lastZone}>
                {children}
              </PreferencesProvider>
            </TooltipProvider>
          </NuqsAdapter>
        </QueryClientProvider>
        <Toaster />
      </CSPProvider>
    </ThemeProvider>
  );
}
