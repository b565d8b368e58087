import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";

export const kustomization = z
  .object({
    resources: z.array(z.string()),
    configMapGenerator: z.tuple([z.object({ name: z.string(), literals: z.array(z.string()) })]),
  })
  .parse(parse(read("kustomization.yaml")));

const labels = z.record(z.string(), z.string());
const metadata = z.object({ name: z.string(), labels });
const probe = z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) });
const container = z.object({
  name: z.string(),
  image: z.literal("posthorn"),
  command: z.tuple([z.literal("node"), z.string()]),
  envFrom: z.array(z.record(z.string(), z.object({ name: z.literal("posthorn") }))),
  env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: probe.optional(),
  readinessProbe: probe.optional(),
  livenessProbe: probe.optional(),
  // No privileges at all: anything less does not parse.
  securityContext: z.object({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal("ALL")]) }),
  }),
  resources: z.object({
    requests: z.object({ cpu: z.string(), memory: z.string() }),
    limits: z.object({ memory: z.string() }),
  }),
});
const deployment = z.object({
  kind: z.literal("Deployment"),
  metadata,
  spec: z.object({
    replicas: z.number(),
    selector: z.object({ matchLabels: labels }),
    strategy: z.object({ rollingUpdate: z.object({ maxUnavailable: z.literal(0) }) }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.object({
        automountServiceAccountToken: z.literal(false),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number().min(1) }),
        initContainers: z.array(container),
        containers: z.tuple([container]),
      }),
    }),
  }),
});
const service = z.object({
  kind: z.literal("Service"),
  metadata,
  spec: z.object({ selector: labels, ports: z.array(z.object({ targetPort: z.string() })) }),
});
const budget = z.object({
  kind: z.literal("PodDisruptionBudget"),
  metadata,
  spec: z.object({ minAvailable: z.number(), selector: z.object({ matchLabels: labels }) }),
});
const block = z.object({ ipBlock: z.object({ cidr: z.string(), except: z.array(z.string()) }) });
const rule = z.object({ to: z.array(block).optional(), ports: z.array(z.object({ port: z.number() })) });
const policy = z.object({
  kind: z.literal("NetworkPolicy"),
  metadata,
  spec: z.object({ ingress: z.array(rule), egress: z.array(rule) }),
});

const manifests = kustomization.resources
  .flatMap((file) => parseAllDocuments(read(file)).map((document) => document.toJS()))
  .map((manifest) => z.discriminatedUnion("kind", [deployment, service, budget, policy]).parse(manifest));
export type Deployment = z.infer<typeof deployment>;
type Manifest = (typeof manifests)[number];

/** The manifest of that kind and name; throws if there is none. */
export function findManifest<Kind extends Manifest["kind"]>(
  kind: Kind,
  name: string,
): Extract<Manifest, { kind: Kind }> {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found as Extract<Manifest, { kind: Kind }>;
}

function read(file: string): string {
  return readFileSync(join(".kubernetes", file), "utf8");
}
