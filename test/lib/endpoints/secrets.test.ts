import { beforeEach, describe, expect, test } from "vitest";
import { pool, prisma } from "#lib/db.ts";
import { decodeSecret } from "#lib/delivery/sign.ts";
import { loadTargets } from "#lib/endpoints/load-targets.ts";
import { fromPublicId } from "#lib/ids.ts";
import { createTenantForTest, type TestTenant } from "#test/support/tenant.ts";

let tenant: TestTenant;
let path: string;
let id: string;
let first: string;
beforeEach(async () => {
  tenant = await createTenantForTest();
  const { body } = await tenant.request("POST", "/endpoints", { url: "http://127.0.0.1:9/" });
  path = `/endpoints/${body.id}`;
  id = fromPublicId("endpoint", body.id) ?? "";
  first = body.secret;
});

const rotate = (body: object) => tenant.request("POST", `${path}/secret/rotate`, body);
const signingKeys = async () => (await loadTargets(pool(), [id])).get(id)?.keys.map(String);
const keyOf = (secret: string) => {
  const decoded = decodeSecret(secret);
  return decoded.kind === "decoded" ? String(decoded.key) : undefined;
};

describe("reveal", () => {
  test("it shows the current secret and nothing of former ones, and is audited", async () => {
    const second = (await rotate({})).body.secret;
    const { body } = await tenant.request("GET", `${path}/secret`);
    expect(body).toEqual({ secret: second, previous: [{ validUntil: expect.any(String) }] });
    const entries = await prisma().auditEntry.findMany({
      where: { tenantId: tenant.tenantId },
      orderBy: { id: "asc" },
    });
    expect(entries.at(-1)).toMatchObject({ action: "secret.revealed", actorKind: "apiKey" });
  });
});

describe("rotation", () => {
  test("new and old secret both sign during the overlap, the new one first", async () => {
    const { body } = await rotate({ overlapSeconds: 60 });
    expect(await signingKeys()).toEqual([keyOf(body.secret), keyOf(first)]);
    const [previous] = body.previous as { validUntil: string }[];
    const seconds = (Date.parse(previous?.validUntil ?? "") - Date.now()) / 1_000;
    expect(seconds).toBeGreaterThan(55);
    expect(seconds).toBeLessThan(61);
  });

  test("without an overlap the old one stops now", async () => {
    const { body } = await rotate({ overlapSeconds: 0 });
    expect(body.previous).toEqual([]);
    expect(await signingKeys()).toEqual([keyOf(body.secret)]);
  });

  test("24 hours is what an empty body means", async () => {
    const { body } = await rotate({});
    const [previous] = body.previous as { validUntil: string }[];
    expect(Date.parse(previous?.validUntil ?? "") - Date.now()).toBeGreaterThan(86_300_000);
  });

  test("at most ten old ones live; those that end soonest go", async () => {
    const secrets = [first];
    for (let n = 0; n < 13; n += 1) secrets.push((await rotate({ overlapSeconds: 600 + n })).body.secret);
    const kept = secrets.slice(-11).toReversed();
    expect(await signingKeys()).toEqual(kept.map(keyOf));
  });

  test("many at once leave one current secret, and every one answered still signs", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate({ overlapSeconds: 600 })));
    const keys = await signingKeys();
    expect(keys).toHaveLength(6);
    expect(new Set(keys)).toEqual(new Set([first, ...answers.map(({ body }) => body.secret)].map(keyOf)));
  });

  test("an imported secret is taken, the current one is not imported again", async () => {
    const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
    expect((await rotate({ secret })).body.secret).toBe(secret);
    const { status, body } = await rotate({ secret });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ path: "secret" }]);
  });

  test("an overlap beyond seven days is refused", async () => {
    expect((await rotate({ overlapSeconds: 604_801 })).status).toBe(422);
  });
});

test("ending the overlap leaves only the current secret", async () => {
  const second = (await rotate({})).body.secret;
  const { status, body } = await tenant.request("POST", `${path}/secret/expire-previous`);
  expect(status).toBe(200);
  expect(body).toEqual({ expired: 1 });
  expect(await signingKeys()).toEqual([keyOf(second)]);
});

test("a secret copied to another row does not open", async () => {
  const other = await tenant.request("POST", "/endpoints", { url: "http://127.0.0.1:9/" });
  const otherId = fromPublicId("endpoint", other.body.id) ?? "";
  const { sealed } = await prisma().endpointSecret.findFirstOrThrow({ where: { endpointId: otherId } });
  await prisma().endpointSecret.updateMany({ where: { endpointId: id }, data: { sealed } });
  expect((await tenant.request("GET", `${path}/secret`)).status).toBe(500);
});
