import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && existsSync(file));

type Layer = { name: string; holds: RegExp; mayImport: string[]; because: string };

const leaves = /^lib\/[a-z-]+\.ts$/;
const domain =
  /^lib\/(alerts|api-keys|applications|attempts|audit|catalogue|changes|deliveries|emails|endpoints|event-types|events|inbox|installation|invitations|log-query|master-key|members|payload-index|portal|replays|sample-data|stats|tenants|views)\//;

/** From the bottom up: a layer imports from itself and from those it names, and from nothing else. */
const layers: Layer[] = [
  {
    name: "contracts",
    holds: /^lib\/contracts\//,
    mayImport: [],
    because: "contracts are zod alone: the browser, the API and the tests read them",
  },
  {
    name: "delivery",
    holds: /^lib\/delivery\//,
    mayImport: ["contracts"],
    because: "the heart is pure: time, randomness, network and settings come in as arguments",
  },
  {
    name: "leaves",
    holds: leaves,
    mayImport: ["contracts", "delivery", "generated"],
    because: "a leaf serves one purpose and knows no domain",
  },
  { name: "generated", holds: /^prisma\/generated\//, mayImport: [], because: "generated code is not ours" },
  {
    name: "migrate",
    holds: /^lib\/migrate\//,
    mayImport: ["leaves", "queue"],
    because: "a database is prepared before any domain runs",
  },
  {
    name: "queue",
    holds: /^lib\/queue\//,
    mayImport: ["contracts", "leaves"],
    because: "jobs are wake-ups, they carry no domain",
  },
  {
    name: "domain",
    holds: domain,
    mayImport: ["contracts", "delivery", "leaves", "queue", "generated"],
    because: "a verb knows no HTTP, no React and no Next",
  },
  {
    name: "auth",
    holds: /^lib\/(auth|users)\//,
    mayImport: ["contracts", "leaves", "domain", "generated"],
    because: "accounts and sessions, and all that knows next-auth, stand above the domain",
  },
  {
    name: "api",
    holds: /^lib\/api\//,
    mayImport: ["contracts", "leaves", "domain", "auth", "queue", "migrate"],
    because: "a route declares and delegates",
  },
  {
    name: "client",
    holds: /^lib\/client\//,
    mayImport: ["contracts"],
    because: "the browser talks to the API, never to the database",
  },
  {
    name: "components",
    holds: /^components\//,
    mayImport: ["contracts", "client"],
    because: "components render what hooks bring; db, domain and queue stay on the server",
  },
  {
    name: "app",
    holds: /^app\//,
    mayImport: ["contracts", "client", "components", "auth", "api", "leaves", "domain"],
    because: "a page resolves the session, reads params and lays out",
  },
  {
    name: "worker",
    holds: /^worker\//,
    mayImport: ["contracts", "delivery", "leaves", "queue", "domain"],
    because: "the worker is plain Node: no React, no Next, no HTTP API",
  },
  {
    name: "server",
    holds: /^server\.ts$/,
    mayImport: ["leaves", "api", "queue"],
    because: "server.ts mounts the API in front of Next and does nothing else",
  },
  {
    name: "launch",
    holds: /^lib\/launch\//,
    mayImport: ["leaves", "migrate"],
    because: "the launcher starts processes, it takes part in none",
  },
  {
    name: "scripts",
    holds: /^prisma\/(?!generated)/,
    mayImport: [
      "contracts",
      "delivery",
      "leaves",
      "queue",
      "domain",
      "auth",
      "launch",
      "migrate",
      "generated",
    ],
    because: "a script may call any verb",
  },
  {
    name: "proxy",
    holds: /^proxy\.ts$/,
    mayImport: ["leaves", "domain"],
    because: "it writes the headers of pages, of which one names a tenant's sites",
  },
  {
    name: "tools",
    holds: /^(?!proxy\.)[a-z.-]+\.(ts|mjs)$/,
    mayImport: ["leaves"],
    because: "tools insist on their configuration here",
  },
];

describe("imports flow one way", () => {
  for (const layer of layers) {
    test(`${layer.name}: ${layer.because}`, () => {
      const wrong = filesOf(layer).flatMap((file) =>
        importsOf(file).flatMap((target) => {
          const found = layerOf(target);
          if (!found) return [`${file} imports ${target}, which no layer holds`];
          const isAllowed = found === layer || layer.mayImport.includes(found.name);
          return isAllowed ? [] : [`${file} imports ${target} (${found.name}), but ${layer.because}`];
        }),
      );
      expect(wrong).toEqual([]);
    });
  }

  test("every source file belongs to a layer", () => {
    expect(files.filter((file) => !file.startsWith("test/") && !layerOf(file))).toEqual([]);
  });

  test("worker, domain and contracts stay free of React, Next and server-only", () => {
    const forbidden = /from "(react|react-dom|next|next\/.*|server-only)"/;
    const wrong = files.filter(
      (file) => /^(worker|lib\/(?!auth|client|api\/next))/.test(file) && forbidden.test(read(file)),
    );
    expect(wrong).toEqual([]);
  });

  test("nobody imports app, worker or test", () => {
    const wrong = files
      .filter((file) => !file.startsWith("test/"))
      .filter((file) =>
        importsOf(file).some(
          (target) => /^(app|worker|test)\//.test(target) && !target.startsWith(`${file.split("/")[0]}/`),
        ),
      );
    expect(wrong).toEqual([]);
  });
});

describe("house rules", () => {
  test("process.env is read in lib/env.ts, the launcher and the scripts' tools alone", () => {
    // Snippets show people code that reads its own environment.
    const allowed =
      /^(lib\/env\.ts|lib\/launch\/|test\/|prisma\.config\.ts|vitest\.config\.ts|components\/.*-snippets\.ts|app\/docs\/)/;
    expect(files.filter((file) => !allowed.test(file) && /process\.env/.test(read(file)))).toEqual([]);
  });

  test("no file is longer than a newcomer can hold", () => {
    const long = files.filter((file) => read(file).split("\n").length > 260);
    expect(long).toEqual([]);
  });

  test("nine in ten files stay under 6.5 kB", () => {
    const sizes = files
      .filter((file) => !file.startsWith("test/"))
      .map((file) => read(file).length)
      .sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThan(6_500);
  });

  test("no file is named after nothing", () => {
    expect(
      files.filter(
        (file) =>
          /(^|\/)(utils?|helpers?|common|misc)\.tsx?$/.test(file) && file !== "lib/contracts/fields.ts",
      ),
    ).toEqual([]);
  });

  test("every path that ARCHITECTURE.md, README.md and SECURITY.md cite exists", () => {
    const cited = ["ARCHITECTURE.md", "README.md", "SECURITY.md"].flatMap((document) =>
      [
        ...read(document).matchAll(
          /`((?:app|components|lib|prisma|worker|test|\.kubernetes)\/[\w./[\]()-]*)`/g,
        ),
      ].map((match) => match[1] ?? ""),
    );
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((path) => !existsSync(path))).toEqual([]);
  });
});

function filesOf(layer: Layer): string[] {
  return files.filter((file) => layerOf(file) === layer);
}

function layerOf(path: string): Layer | undefined {
  return layers.find(({ holds }) => holds.test(path));
}

/** The project files that a file imports, as paths from the root; packages are left out. */
function importsOf(file: string): string[] {
  const specifiers = [...read(file).matchAll(/(?:from|import|import\() ?"([#.][^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers
    .map((specifier) =>
      specifier.startsWith("#") ? specifier.slice(1) : normalize(join(dirname(file), specifier)),
    )
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path));
}

function read(file: string): string {
  return readFileSync(file, "utf8");
}
