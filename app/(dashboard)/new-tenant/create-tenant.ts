"use server";

import { redirect } from "next/navigation";
import { requireUser } from "#lib/auth/require-user.ts";
import { sentenceOf } from "#lib/client/sentence.ts";
import { updateTenant } from "#lib/contracts/me.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { takeRate } from "#lib/rate-limit.ts";
import { createTenant } from "#lib/tenants/create.ts";

export type NewTenantState = { name: string; fault?: string };

const tenantName = updateTenant.body.shape.name.unwrap();

/** Creates a tenant owned by the signed-in person and goes there, or says what is wrong with the name. */
export async function createTenantAction(_previous: NewTenantState, form: FormData): Promise<NewTenantState> {
  const user = await requireUser("/new-tenant");
  const given = String(form.get("name") ?? "");
  const name = tenantName.safeParse(given, { error: sentenceOf });
  if (!name.success) return { name: given, fault: name.error.issues[0]?.message ?? "Give it a name." };
  try {
    await takeRate({ key: `new-tenant:${user.id}`, limit: 20, windowSeconds: 3_600 });
  } catch (error) {
    if (error instanceof AppError) return { name: given, fault: error.detail ?? "Try again later." };
    throw error;
  }
  const tenant = await prisma().$transaction((tx) => createTenant(tx, { name: name.data, ownerId: user.id }));
  redirect(`/${tenant.slug}`);
}
