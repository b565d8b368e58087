import type { Metadata } from "next";
import { connection } from "next/server";
import { ApiReference } from "#components/docs/reference/api-reference.tsx";
import { env } from "#lib/env.ts";
import { errorTable } from "#lib/errors.ts";
import { reference } from "./build-reference.ts";

export const metadata: Metadata = { title: "API reference" };

const errors = Object.entries(errorTable).map(([code, { status, title }]) => ({ code, status, title }));

export default async function ApiReferencePage() {
  // The examples carry this installation's address, which a build does not know.
  await connection();
  return <ApiReference apiUrl={env().url} groups={reference()} errors={errors} />;
}
