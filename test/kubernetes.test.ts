import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { env, parseEnv } from "#lib/env.ts";
import { variables } from "#lib/env-variables.ts";
import { type Deployment, findManifest, kustomization } from "#test/support/kubernetes-manifests.ts";

const web = findManifest("Deployment", "posthorn-web");
const worker = findManifest("Deployment", "posthorn-worker");

describe("the Kubernetes manifests", () => {
  test("are all applied, and every pod may be moved without an outage", () => {
    const files = readdirSync(".kubernetes").filter((file) => file !== "kustomization.yaml");
    expect(kustomization.resources.toSorted()).toEqual(files.toSorted());
    for (const { metadata, spec } of [web, worker]) {
      expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
      const { minAvailable, selector } = findManifest("PodDisruptionBudget", metadata.name).spec;
      expect(selector.matchLabels).toEqual(spec.selector.matchLabels);
      expect(minAvailable).toBeGreaterThan(0);
      expect(minAvailable).toBeLessThan(spec.replicas);
    }
  });

  test("give only settings that exist, with values that web and worker accept", () => {
    const shared = Object.fromEntries(
      kustomization.configMapGenerator[0].literals.map((literal) => literal.split("=", 2)),
    );
    const secret = {
      DATABASE_URL: env().databaseUrl,
      POSTHORN_SECRET_KEY: env().secretKey.toString("base64"),
    };
    for (const { env } of [containerOf(web), containerOf(worker)]) {
      const given = { ...shared, ...Object.fromEntries(env.map(({ name, value }) => [name, value])) };
      expect(Object.keys(given).filter((name) => !(name in variables.shape))).toEqual([]);
      expect(() => parseEnv({ ...given, ...secret })).not.toThrow();
    }
    const told = [
      ...readFileSync(".kubernetes/kustomization.yaml", "utf8").matchAll(/--from-literal=(\w+)/g),
    ];
    expect(told.map(([, name]) => name)).toEqual(expect.arrayContaining(Object.keys(secret)));
    expect(told.filter(([, name = ""]) => !(name in variables.shape))).toEqual([]);
  });

  test("ask the probes that are answered, on the ports that are listened to", () => {
    const listened = { web: portOf(web, "PORT"), worker: portOf(worker, "POSTHORN_WORKER_METRICS_PORT") };
    for (const { name, ports, readinessProbe, livenessProbe, startupProbe } of [web, worker].map(
      containerOf,
    )) {
      expect(ports.map(({ containerPort }) => containerPort)).toEqual([listened[name as "web" | "worker"]]);
      expect(readinessProbe?.httpGet.path).toBe("/readyz");
      expect(livenessProbe?.httpGet.path).toBe("/healthz");
      for (const asked of [readinessProbe, livenessProbe, startupProbe])
        expect(asked?.httpGet.port ?? ports[0]?.name).toBe(ports[0]?.name);
    }
    const { selector, ports } = findManifest("Service", "posthorn-web").spec;
    expect(selector).toEqual(web.spec.selector.matchLabels);
    expect(ports.map(({ targetPort }) => targetPort)).toEqual([containerOf(web).ports[0]?.name]);
    const open = findManifest("NetworkPolicy", "posthorn").spec.ingress.flatMap((rule) => rule.ports);
    expect(open.map(({ port }) => port)).toEqual([listened.web, listened.worker]);
  });

  test("wait for a stop longer than it takes", () => {
    const drainSeconds = Number(settingOf(web, "POSTHORN_DRAIN_SECONDS"));
    expect(drainSeconds).toBeGreaterThan(5);
    expect(web.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(
      drainSeconds + secondsOf("server.ts", "graceMs") + 5,
    );
    expect(worker.spec.template.spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(
      secondsOf("worker/index.ts", "longestAttemptMs") + secondsOf("worker/index.ts", "graceMs") + 5,
    );
  });

  test("run files that exist, and migrate before anything else", () => {
    for (const { spec } of [web, worker]) {
      const { initContainers, containers } = spec.template.spec;
      expect(initContainers.map(({ command }) => command[1])).toEqual(["lib/migrate/migrate.ts"]);
      for (const { command } of [...initContainers, ...containers]) expect(existsSync(command[1])).toBe(true);
    }
  });

  test("let nobody send to private networks", () => {
    const refused = findManifest("NetworkPolicy", "posthorn").spec.egress.flatMap(({ to = [] }) =>
      to.flatMap(({ ipBlock }) => ipBlock.except),
    );
    const dangerous = ["10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];
    expect(refused).toEqual(expect.arrayContaining([...dangerous, "100.64.0.0/10", "fc00::/7", "fe80::/10"]));
  });
});

function containerOf({ spec }: Deployment) {
  return spec.template.spec.containers[0];
}

function settingOf(of: Deployment, variable: string): string | undefined {
  return containerOf(of).env.find(({ name }) => name === variable)?.value;
}

function portOf(of: Deployment, variable: string): number {
  return Number(settingOf(of, variable));
}

/** A constant of a program, which starts when it is imported. */
function secondsOf(file: string, constant: string): number {
  const text = new RegExp(`^const ${constant} = ([\\d_]+);`, "m").exec(readFileSync(file, "utf8"))?.[1] ?? "";
  return Number(text.replaceAll("_", "")) / 1_000;
}
