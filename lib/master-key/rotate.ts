import { keyIds } from "../vault.ts";
import { countByKey } from "./count-by-key.ts";
import { type Resealed, resealColumn } from "./reseal.ts";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

/** What became of one column; `former` counts values that a key other than the present one has sealed after all. */
export type Rotated = Resealed & { name: string; already: number; former: number };

/**
 * Seals every secret in the database anew under the present master key, while web and worker run; ready to be stopped and
 * run again at any time. Throws before it changes anything when a value's key is neither the present nor a former one.
 */
export async function rotateMasterKey(report: (rotated: Rotated) => void): Promise<void> {
  const before = await Promise.all(sealedColumns.map(countByKey));
  refuseUnknownKeys(before);
  for (const [n, sealed] of sealedColumns.entries()) {
    const already = before[n]?.get(presentKey()) ?? 0;
    const resealed = await resealColumn(sealed);
    report({ name: nameOf(sealed), already, ...resealed, former: await countFormer(sealed) });
  }
}

function refuseUnknownKeys(counts: readonly Map<string, number>[]): void {
  const known = [keyIds().present, ...keyIds().former].map((id) => id.toString("hex"));
  const unknown = sealedColumns.flatMap((sealed, n) =>
    [...(counts[n] ?? [])]
      .filter(([key]) => !known.includes(key))
      .map(([key, count]) => `${nameOf(sealed)}: ${count} under the key with the id ${key}`),
  );
  if (unknown.length === 0) return;
  const advice = "Add it to POSTHORN_SECRET_KEY_PREVIOUS and run this again. Nothing was changed.";
  throw new Error(
    `The key is missing that some values were sealed with:\n  ${unknown.join("\n  ")}\n${advice}`,
  );
}

async function countFormer(sealed: SealedColumn): Promise<number> {
  const counts = await countByKey(sealed);
  return [...counts].reduce((sum, [key, count]) => sum + (key === presentKey() ? 0 : count), 0);
}

function presentKey(): string {
  return keyIds().present.toString("hex");
}

function nameOf({ table, column }: SealedColumn): string {
  return `${table}.${column}`;
}
