"use client";

import { GeistSans } from "geist/font/sans";
import { ThemeProvider } from "next-themes";
import "./globals.css";

/** The last resort, when the frame of every page is what broke: stands alone, needs nothing. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en" className={GeistSans.variable} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col items-center justify-center gap-3 px-6 text-center font-sans">
        <title>Posthorn does not load</title>
        <ThemeProvider attribute="class" enableSystem>
          <h1 className="font-semibold text-xl">Posthorn does not load</h1>
          <p className="max-w-md text-base text-muted">
            The fault is ours and has been logged. Your webhooks are not affected: they are sent by another
            process.
          </p>
          {error.digest ? <p className="text-faint text-xs">Error {error.digest}</p> : null}
          {/* A form, since this page may be one of the build, whose scripts no browser runs. */}
          <form>
            <button type="submit" className="h-8 rounded-md bg-ink px-3 font-medium text-paper">
              Try again
            </button>
          </form>
        </ThemeProvider>
      </body>
    </html>
  );
}
