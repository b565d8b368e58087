import { createHash } from "node:crypto";
import { prisma } from "../db.ts";
import { AppError } from "../errors.ts";
import { open, seal } from "../vault.ts";
import type { Caller } from "./authenticate.ts";

type Remembered = { request: Request; key: string; text: string; status: number };

/**
 * Runs a POST once per tenant and `Idempotency-Key`, the key stored in the transaction of its effect: the same request
 * again returns the first answer, another request under the same key is 422. Answers are sealed, some hold secrets.
 */
export function remember(
  caller: Caller,
  { request, key, text, status }: Remembered,
  run: (ctx: Caller) => Promise<unknown>,
): Promise<unknown> {
  const { tenantId } = caller;
  const fingerprint = fingerprintOf(request, text);
  const owner = `${tenantId}:idempotency:${key}`;
  return prisma().$transaction(
    async (tx) => {
      const inserted = await tx.idempotencyKey.createMany({
        data: { tenantId, key, fingerprint, status },
        skipDuplicates: true,
      });
      if (inserted.count === 0) {
        const first = await tx.idempotencyKey.findUniqueOrThrow({
          where: { tenantId_key: { tenantId, key } },
        });
        if (!fingerprint.equals(first.fingerprint) || !first.answer)
          throw new AppError("idempotency_key_reused");
        return JSON.parse(open(first.answer, owner).toString());
      }
      const result = await run({ ...caller, tx });
      const answer = new Uint8Array(seal(JSON.stringify(result ?? null), owner));
      await tx.idempotencyKey.update({ where: { tenantId_key: { tenantId, key } }, data: { answer } });
      return result;
    },
    { timeout: 20_000, maxWait: 5_000 },
  );
}

/** What makes two requests the same: method, path and the bytes of the body. */
export function fingerprintOf(request: Request, text: string): Buffer<ArrayBuffer> {
  const { pathname } = new URL(request.url);
  return createHash("sha256")
    .update(`${request.method} ${pathname}\n`)
    .update(text)
    .digest() as Buffer<ArrayBuffer>;
}
