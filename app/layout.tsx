import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { Providers } from "./providers.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Posthorn", template: "%s · Posthorn" },
  description: "Send webhooks that arrive, and see why when they do not.",
  applicationName: "Posthorn",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf9" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0e0d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page waits for its request: one drawn in the build would carry no nonce and run no script.
  const nonce = (await headers()).get("x-posthorn-nonce") ?? undefined;
  // next-themes writes the class before React hydrates, so the two may differ here and only here.
  return (
    <html lang="en" className={cn(GeistSans.variable, GeistMono.variable)} suppressHydrationWarning>
      <body className="font-sans">
        <Providers nonce={nonce}>
          <div className="app-root">{children}</div>
        </Providers>
      </body>
    </html>
  );
}
