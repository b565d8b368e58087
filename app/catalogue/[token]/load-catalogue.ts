import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { type OpenCatalogue, openCatalogue } from "#lib/catalogue/open.ts";
import { clientAddress } from "#lib/client-address.ts";
import { AppError } from "#lib/errors.ts";

/** The catalogue of a page; "busy" for a network that asks too often. Answers 404 for a link that is none, or none any more. */
export const loadCatalogue = cache(async (token: string): Promise<OpenCatalogue | "busy"> => {
  try {
    const ipAddress = clientAddress(await headers());
    return (await openCatalogue({ token, ipAddress })) ?? notFound();
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return "busy";
    throw error;
  }
});
