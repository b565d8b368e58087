import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSlackUrl } from "#lib/alerts/slack-url.ts";
import { updateNotificationSettings } from "#lib/alerts/update-settings.ts";
import { base32 } from "#lib/auth/base32.ts";
import { catalogueUrl } from "#lib/catalogue/token.ts";
import { pool, prisma } from "#lib/db.ts";
import { enqueueEmail } from "#lib/emails/enqueue.ts";
import { loadTargets } from "#lib/endpoints/load-targets.ts";
import { env } from "#lib/env.ts";
import { fromPublicId } from "#lib/ids.ts";
import { type Rotated, rotateMasterKey } from "#lib/master-key/rotate.ts";
import { sealedColumns } from "#lib/master-key/sealed-columns.ts";
import { openSecret } from "#lib/users/second-factor/secret.ts";
import { startSecondFactor } from "#lib/users/second-factor/start.ts";
import { insertUser } from "#test/support/people.ts";
import { createTenantForTest, type Requester, type TestTenant } from "#test/support/tenant.ts";
import { waitFor } from "#test/support/wait-for.ts";

const first = env().secretKey;
const use = (secretKey: Buffer, ...previousSecretKeys: Buffer[]) =>
  Object.assign(env(), { secretKey, previousSecretKeys });

async function rotate(): Promise<Map<string, Rotated>> {
  const all: Rotated[] = [];
  await rotateMasterKey((rotated) => all.push(rotated));
  return new Map(all.map((rotated) => [rotated.name, rotated]));
}

const slackUrl = "http://127.0.0.1:9/slack";

type Sealed = Awaited<ReturnType<typeof sealSomething>>;

/** One value in every sealed column, made as the product makes them, and what each opens to. */
async function sealSomething(tenant: TestTenant) {
  const key = { "idempotency-key": randomBytes(6).toString("hex") };
  const body = { url: "http://127.0.0.1:9/", headers: { "X-Token": "header value" } };
  const created = await tenant.request("POST", "/endpoints", body, key);
  const id = created.body.id;
  const rotated = await tenant.request("POST", `/endpoints/${id}/secret/rotate`, {});
  const email = { tenantId: tenant.tenantId, recipient: "a@example.com", subject: "x", text: "mail text" };
  await prisma().$transaction((tx) => enqueueEmail(tx, email));
  await updateNotificationSettings(tenant.ctx, { slackUrl });
  const link = await tenant.request("POST", "/catalogue-link");
  const user = await insertUser();
  const factor = await startSecondFactor(user);
  return {
    id,
    uuid: fromPublicId("endpoint", id) ?? "",
    key,
    body,
    factor: { userId: user.id, secret: factor.secret },
    catalogueUrl: link.body.url,
    first: created.body,
    rotated: rotated.body,
  };
}

/** Opens each of them by the way that the product reads it. */
async function expectAllOpen(owner: Requester, tenant: TestTenant, sealed: Sealed): Promise<void> {
  const repeated = await tenant.request("POST", "/endpoints", sealed.body, sealed.key);
  expect(repeated.body).toEqual(sealed.first);
  const { secret } = (await tenant.request("GET", `/endpoints/${sealed.id}/secret`)).body;
  expect(secret).toBe(sealed.rotated.secret);
  const target = (await loadTargets(pool(), [sealed.uuid])).get(sealed.uuid);
  expect(target?.headers).toEqual({ "X-Token": "header value" });
  const keys = [secret, sealed.first.secret].map((text) => text.slice("whsec_".length));
  expect(target?.keys.map((bytes) => bytes.toString("base64"))).toEqual(keys);
  const [email] = (await owner("GET", "/emails")).body.data;
  expect((await owner("GET", `/emails/${email?.id}`)).body.text).toBe("mail text");
  const { userId } = sealed.factor;
  const factor = await prisma().secondFactor.findUniqueOrThrow({ where: { userId } });
  expect(base32(openSecret(factor))).toBe(sealed.factor.secret);
  const { tenantId } = tenant;
  const settings = await prisma().alertSettings.findUniqueOrThrow({ where: { tenantId } });
  const catalogue = await prisma().publicCatalogue.findUniqueOrThrow({ where: { tenantId } });
  expect(catalogueUrl(catalogue)).toBe(sealed.catalogueUrl);
  expect(openSlackUrl(settings.slackSealed ?? Buffer.of(), tenantId)).toBe(slackUrl);
}

let tenant: TestTenant;
let sealed: Sealed;
let second: Buffer;
beforeEach(async () => {
  await pool().query(`TRUNCATE ${sealedColumns.map(({ table }) => table).join()} CASCADE`);
  tenant = await createTenantForTest();
  sealed = await sealSomething(tenant);
  second = randomBytes(32);
});
afterEach(() => use(first));

const names = sealedColumns.map(({ table, column }) => `${table}.${column}`);

test("every column that holds bytes is either sealed and rotated, or known to hold none of our secrets", async () => {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT class.relname || '.' || attname AS name
       FROM pg_attribute JOIN pg_class class ON class.oid = attrelid
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition AND attnum > 0
        AND NOT attisdropped AND (atttypid = 'bytea'::regtype OR attname LIKE '%sealed%')`,
  );
  const withoutSecrets = [
    "account_tokens.token_hash",
    "api_keys.secret_hash",
    "attempts.response_body",
    "idempotency_keys.fingerprint",
    "inbox_requests.body",
    "invitations.mailed_token_hash",
    "invitations.token_hash",
    "portal_sessions.link_hash",
    "portal_sessions.session_hash",
    "portal_settings.logo",
    "public_catalogues.token_hash",
    "recovery_codes.code_hash",
  ];
  expect(rows.map(({ name }) => name).sort()).toEqual([...names, ...withoutSecrets].sort());
});

test("afterwards the present key alone opens everything; again it finds nothing to do", async () => {
  use(second, first);
  const done = await rotate();
  expect([...done.keys()]).toEqual(names);
  for (const { resealed, already, unreadable, former } of done.values())
    expect([resealed > 0, already, unreadable, former]).toEqual([true, 0, 0, 0]);
  use(second);
  await expectAllOpen(await tenant.withRole("owner"), tenant, sealed);
  for (const { name, resealed, already } of (await rotate()).values())
    expect([name, resealed, already > 0]).toEqual([name, 0, true]);
});

test("stopped in the middle it goes on where it was", async () => {
  use(second, first);
  const stop = rotateMasterKey(({ name }) => {
    if (name === names[1]) throw new Error("killed");
  });
  await expect(stop).rejects.toThrow("killed");
  const counts = [...(await rotate()).values()].map(({ resealed }) => resealed > 0);
  expect(counts).toEqual([false, false, true, true, true, true, true]);
  use(second);
  await expectAllOpen(await tenant.withRole("owner"), tenant, sealed);
});

describe("without the key that something was sealed with", () => {
  test("it says which, and changes nothing", async () => {
    const stateOf = async () =>
      (await pool().query("SELECT array_agg(md5(sealed) ORDER BY id) FROM endpoint_secrets")).rows;
    const before = await stateOf();
    use(second);
    await expect(rotate()).rejects.toThrow(
      /The key is missing[\s\S]*endpoint_secrets\.sealed: 2 under the key with the id [0-9a-f]{8}[\s\S]*POSTHORN_SECRET_KEY_PREVIOUS/,
    );
    expect(await stateOf()).toEqual(before);
  });

  test("an endpoint is left out of the worker's claim, and the others are sent to", async () => {
    use(second, first);
    const other = await sealSomething(tenant);
    use(second);
    const targets = await loadTargets(pool(), [sealed.uuid, other.uuid]);
    expect([...targets.keys()]).toEqual([other.uuid]);
  });
});

describe("while others write", () => {
  test("what they wrote last stands and opens", async () => {
    use(second, first);
    const endpoints = await Promise.all(Array.from({ length: 12 }, () => sealSomething(tenant)));
    const third = randomBytes(32);
    use(third, second, first);
    let isOver = false;
    const change = async ({ id }: Sealed) => {
      let last = { token: "", secret: "" };
      for (let n = 0; !isOver; n += 1) {
        const token = `token ${n}`;
        await tenant.request("PATCH", `/endpoints/${id}`, { headers: { "X-Token": token } });
        const { body } = await tenant.request("POST", `/endpoints/${id}/secret/rotate`, {
          overlapSeconds: 0,
        });
        last = { token, secret: body.secret };
      }
      return { uuid: fromPublicId("endpoint", id) ?? "", ...last };
    };
    const writing = endpoints.map(change);
    const done = await rotate();
    isOver = true;
    const written = await Promise.all(writing);
    expect([...done.values()].reduce((sum, { former }) => sum + former, 0)).toBe(0);
    use(third);
    const targets = await loadTargets(
      pool(),
      written.map(({ uuid }) => uuid),
    );
    for (const { uuid, token, secret } of written) {
      const target = targets.get(uuid);
      expect(target?.headers).toEqual({ "X-Token": token });
      expect(`whsec_${target?.keys[0]?.toString("base64")}`).toBe(secret);
    }
  });

  test("a row in somebody's hands is come back to, and nobody waits", async () => {
    use(second, first);
    const client = await pool().connect();
    await client.query("BEGIN");
    await client.query("SELECT FROM endpoints WHERE id = $1 FOR UPDATE", [sealed.uuid]);
    const order: string[] = [];
    const rotating = rotateMasterKey(({ name }) => order.push(name));
    await waitFor("the first column", () => order.length > 0);
    await client.query("UPDATE endpoints SET description = 'mine' WHERE id = $1", [sealed.uuid]);
    order.push("committed");
    await client.query("COMMIT");
    client.release();
    await rotating;
    expect(order).toEqual([names[0], "committed", ...names.slice(1)]);
    use(second);
    await expectAllOpen(await tenant.withRole("owner"), tenant, sealed);
  });

  test("what a process with the former key sealed after all is counted", async () => {
    use(second, first);
    const counts: number[] = [];
    await rotateMasterKey(({ name, former }) => {
      counts.push(former);
      // A web that was not restarted seals on, behind the back of the pass.
      if (name === names[0]) use(first, second);
    });
    use(second, first);
    const late = [...(await rotate()).values()].map(({ resealed }) => resealed);
    expect([counts.length, late.some((count) => count > 0)]).toEqual([names.length, true]);
  });
});

describe("a sealed value copied elsewhere does not open, and stays as it is", () => {
  const copies: [string, string][] = [
    [
      "to another row",
      `UPDATE endpoint_secrets SET sealed = (SELECT sealed FROM endpoint_secrets WHERE endpoint_id = $1 LIMIT 1)
        WHERE endpoint_id = $2`,
    ],
    [
      "to another table",
      `UPDATE endpoints SET headers_sealed = (SELECT sealed FROM endpoint_secrets WHERE endpoint_id = $1 LIMIT 1)
        WHERE id = $2`,
    ],
    [
      "to another endpoint",
      "UPDATE endpoints SET headers_sealed = (SELECT headers_sealed FROM endpoints WHERE id = $1) WHERE id = $2",
    ],
    ["by moving a secret's row", "UPDATE endpoint_secrets SET endpoint_id = $2 WHERE endpoint_id = $1"],
  ];

  test.each(copies)("%s", async (_, statement) => {
    const other = await sealSomething(await createTenantForTest());
    await pool().query(statement, [sealed.uuid, other.uuid]);
    expect((await loadTargets(pool(), [other.uuid])).size).toBe(0);
    use(second, first);
    const faults = [...(await rotate()).values()].filter(({ unreadable }) => unreadable > 0);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.former).toBe(faults[0]?.unreadable);
  });
});
