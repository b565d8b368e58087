import { beforeAll, describe, expect, test } from "vitest";
import { recordAudit } from "#lib/audit/record.ts";
import { pool, prisma } from "#lib/db.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let admin: Requester;
beforeAll(async () => {
  tenant = await createTenantForTest();
  admin = await tenant.withRole("admin");
  const target = { kind: "application", id: "app_x", label: '=HYPERLINK("https://evil.example")' };
  await recordAudit(tenant.ctx, prisma(), { action: "application.created", target, details: { by: "a,b" } });
});

describe("the audit log as a file", () => {
  test("in CSV is saved and not shown, and holds no formula", async () => {
    const { headers, body } = await admin("GET", "/audit-log/export?format=csv&target=app_x");
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": expect.stringMatching(/^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.csv"$/),
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    });
    const [titles, line, ...rest] = String(body).split("\r\n");
    expect(titles).toBe(
      '"createdAt","actor","action","target","details","ipAddress","actorKind","actorId","targetKind","targetId","id"',
    );
    expect(line).toMatch(
      /^"20[^"]+Z","test","application.created","'=HYPERLINK\(""https:\/\/evil.example""\)","{""by"":""a,b""}",,"system",,"application","app_x","aud_\w+"$/,
    );
    expect(rest).toEqual([""]);
  });

  test("in JSON holds what the list does", async () => {
    const listed = (await admin("GET", "/audit-log?action=apiKey.")).body.data;
    expect(listed.length).toBeGreaterThan(0);
    expect((await admin("GET", "/audit-log/export?action=apiKey.")).body.data).toEqual(listed);
    expect((await admin("GET", "/audit-log/export?q=nobody+at+all")).body.data).toEqual([]);
  });

  test("is noted, and does not hold its own note", async () => {
    await admin("GET", "/audit-log/export?format=csv");
    const file = (await admin("GET", "/audit-log/export?action=auditLog.")).body.data;
    const [newest, ...former] = (await admin("GET", "/audit-log?action=auditLog.&limit=250")).body.data;
    expect(file).toEqual(former);
    expect(newest).toMatchObject({ details: { entries: former.length, format: "json" } });
  });

  test("holds the newest 50,000 entries and says that there are more", async () => {
    const many = await createTenantForTest();
    await pool().query(
      `INSERT INTO audit_entries (id, tenant_id, actor_kind, actor_label, action, target_kind, target_id, target_label)
       SELECT uuidv7(), $1, 'system', 'test', 'x.done', 'x', n::text, 'x' FROM generate_series(1, 50001) n`,
      [many.tenantId],
    );
    const { headers, body } = await (await many.withRole("owner"))("GET", "/audit-log/export?action=x.done");
    expect(headers.get("posthorn-truncated")).toBe("true");
    expect(new Set(body.data.map(({ id }) => id)).size).toBe(50_000);
  });
});
