import { pool } from "../db.ts";

/** The sites that may show a tenant's portal in a frame; none when there is no such tenant, or when the database is away. */
export async function frameOrigins(slug: string): Promise<readonly string[]> {
  try {
    const { rows } = await pool().query<{ origins: string[] }>(
      `SELECT origins FROM portal_settings JOIN tenants ON tenants.id = portal_settings.tenant_id WHERE slug = $1`,
      [slug],
    );
    return rows[0]?.origins ?? [];
  } catch {
    return [];
  }
}
