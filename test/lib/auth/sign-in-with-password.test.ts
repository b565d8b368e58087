import { describe, expect, test } from "vitest";
import { signInWithPassword } from "#lib/auth/sign-in-with-password.ts";
import { insertUser, newAddress, nowhere } from "#test/support/people.ts";

const password = "correct horse battery";
const wrong = "incorrect horse battery";

describe("signing in", () => {
  test("the right password opens a session of the present version", async () => {
    const user = await insertUser({ password });
    const entrance = await signInWithPassword({ email: user.email, password, device: nowhere });
    expect(entrance).toEqual({
      kind: "opened",
      claims: { userId: user.id, sessionId: expect.any(String), sessionVersion: 1 },
    });
  });

  test("a wrong password, an unknown address and an account without a password get one answer", async () => {
    const known = await insertUser({ password });
    const withoutPassword = await insertUser();
    const answers = [];
    for (const email of [known.email, withoutPassword.email, newAddress()])
      answers.push(await refusal(email));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0]).toMatchObject({ code: "unauthenticated" });
  });

  test("an unknown address takes as long as a known one", async () => {
    const { email } = await insertUser({ password });
    await refusal(newAddress());
    const known = await fastest(() => refusal(email));
    const unknown = await fastest(() => refusal(newAddress()));
    expect(unknown).toBeGreaterThan(known * 0.5);
    expect(unknown).toBeLessThan(known * 2);
  });
});

describe("limits", () => {
  test("after ten failures an account is closed for a while, even to the right password", async () => {
    const { email } = await insertUser({ password });
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await refusal(email)).code).toBe("unauthenticated");
    const answer = await refusal(email, password);
    expect(answer).toMatchObject({ code: "rate_limited", status: 429 });
    expect(answer.retryAfterSeconds).toBeGreaterThan(0);
    expect(answer.retryAfterSeconds).toBeLessThanOrEqual(900);
  });

  test("many guesses at once do not slip past the limit together", async () => {
    const { email } = await insertUser({ password });
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusal(email)));
    expect(answers.filter((answer) => answer.code === "unauthenticated")).toHaveLength(10);
  });

  test("an unknown address is closed just the same", async () => {
    const email = newAddress();
    for (let attempt = 0; attempt < 10; attempt += 1) await refusal(email);
    expect((await refusal(email)).code).toBe("rate_limited");
  });

  test("a success forgives the failures before it", async () => {
    const { email } = await insertUser({ password });
    for (let attempt = 0; attempt < 9; attempt += 1) await refusal(email);
    await signInWithPassword({ email, password, device: nowhere });
    for (let attempt = 0; attempt < 9; attempt += 1) await refusal(email);
    await expect(signInWithPassword({ email, password, device: nowhere })).resolves.toBeDefined();
  });

  test("a hundred failures over many accounts close an address, and no other", async () => {
    const address = "198.51.100.7";
    await Promise.all(Array.from({ length: 100 }, () => refusal(newAddress(), wrong, address)));
    expect((await refusal(newAddress(), wrong, address)).code).toBe("rate_limited");
    expect((await refusal(newAddress(), wrong, "198.51.100.8")).code).toBe("unauthenticated");
  });

  test("successes do not count against an address", async () => {
    const { email } = await insertUser({ password });
    const address = "198.51.100.9";
    for (let attempt = 0; attempt < 110; attempt += 1)
      await signInWithPassword({ email, password, device: { ...nowhere, ipAddress: address } });
  });
});

type Refusal = { code: string; status: number; message: string; retryAfterSeconds?: number };

async function refusal(
  email: string,
  given = wrong,
  address: string | undefined = undefined,
): Promise<Refusal> {
  return signInWithPassword({ email, password: given, device: { ...nowhere, ipAddress: address } }).then(
    () => Promise.reject(new Error("the password was taken")),
    (error: Refusal) => error,
  );
}

async function fastest(work: () => Promise<unknown>): Promise<number> {
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return Math.min(...times);
}
