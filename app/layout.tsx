import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { zoneCookie } from "#components/preferences/zone-cookie.ts";
import { cn } from "#components/ui/cn.ts";
import { shownPreferences } from "#lib/auth/shown-preferences.ts";
import { isTimeZone, type Theme } from "#lib/contracts/preferences.ts";
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
  const account = await shownPreferences();
  // next-themes writes the class before React hydrates, so the two may differ here and only here.
  return (
    <html
      lang="en"
      className={cn(GeistSans.variable, GeistMono.variable)}
      data-density={account?.density}
      suppressHydrationWarning
    >
      <body className="font-sans">
        {account ? <AccountTheme theme={account.theme} nonce={nonce} /> : null}
        <Providers nonce={nonce} account={account} lastZone={await lastZone()}>
          <div className="app-root">{children}</div>
        </Providers>
      </body>
    </html>
  );
}

/** Hands the account's theme to next-themes, whose script comes next and draws by it: no other theme flashes up. */
function AccountTheme({ theme, nonce }: { theme: Theme; nonce: string | undefined }) {
  const script = `try { localStorage.setItem("theme", ${JSON.stringify(theme)}); } catch {}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: one of three words that the contract knows
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} suppressHydrationWarning />;
}

/** The zone that this browser noted before, so that the first draw is right for whoever has chosen none. */
async function lastZone(): Promise<string | undefined> {
  const zone = (await cookies()).get(zoneCookie)?.value;
  return zone !== undefined && isTimeZone(zone) ? zone : undefined;
}
