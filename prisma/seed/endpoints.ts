import type { Behaviour } from "./outcomes.ts";
import { accidentProne, brisk, failingSince, flaky, goneSince, healthy, slow } from "./receivers.ts";

const dayMs = 86_400_000;

/** An endpoint of the demo and how its receiver behaves. Its host can never exist (RFC 2606). */
export type DemoEndpoint = {
  application: string;
  url: string;
  description: string;
  eventTypes: string[];
  payloadFormat: "full" | "data";
  headers: Record<string, string>;
  retrySchedule: number[];
  rateLimit: number | null;
  createdAt: Date;
  behaves: Behaviour;
  pausedAt?: Date;
};

const usual = { payloadFormat: "full", headers: {}, retrySchedule: [], rateLimit: null } as const;

/** Receivers of every temper, relative to `now`: healthy, slow, flaky, failing, gone, paused, never used. */
export function demoEndpoints(now: Date): DemoEndpoint[] {
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
  const old = { ...usual, headers: {}, retrySchedule: [], createdAt: daysAgo(64) };
  return [
    {
      ...old,
      application: "default",
      url: "https://collect.northwind.example/warehouse",
      description: "Data warehouse",
      eventTypes: ["*"],
      behaves: brisk,
    },
    {
      ...old,
      application: "default",
      url: "https://crm.northwind.example/hooks/billing",
      description: "CRM",
      eventTypes: ["customer.*", "subscription.*"],
      retrySchedule: [30, 300, 1_800],
      behaves: accidentProne(daysAgo),
    },
    {
      ...old,
      application: "harbor-pine",
      url: "https://api.harborpine.example/webhooks/billing",
      description: "Shop backend",
      eventTypes: ["invoice.*", "payment.refunded"],
      headers: { "x-harbor-token": "7c1f3a9e5b" },
      behaves: healthy,
    },
    {
      ...old,
      application: "harbor-pine",
      url: "https://erp.harborpine.example/northwind/inbound",
      description: "ERP; slow at month end",
      eventTypes: ["invoice.paid", "payout.sent"],
      rateLimit: 20,
      behaves: slow,
    },
    {
      ...old,
      application: "lumen-cycle",
      url: "https://hooks.lumencycle.example/northwind",
      description: "Membership service",
      eventTypes: ["subscription.*", "invoice.*"],
      behaves: flaky,
    },
    {
      ...old,
      application: "kestrel-freight",
      url: "https://ops.kestrelfreight.example/in/billing?tenant=42",
      description: "Dispatch",
      eventTypes: ["*"],
      behaves: failingSince(daysAgo(2)),
    },
    {
      ...old,
      application: "marigold-clinics",
      url: "https://events.marigoldclinics.example/v1/billing",
      description: "Patient billing",
      eventTypes: ["invoice.finalized", "invoice.paid", "customer.*"],
      payloadFormat: "data",
      behaves: healthy,
    },
    {
      ...old,
      application: "marigold-clinics",
      url: "https://legacy.marigoldclinics.example/hook.php",
      description: "Old patient portal",
      eventTypes: ["invoice.paid"],
      behaves: goneSince(daysAgo(9)),
    },
    {
      ...old,
      application: "osprey-games",
      url: "https://play.ospreygames.example/api/webhooks",
      description: "Paused for a migration",
      eventTypes: ["*"],
      behaves: healthy,
      pausedAt: new Date(now.getTime() - 5 * 3_600_000),
    },
    {
      ...old,
      application: "osprey-games",
      url: "https://risk.ospreygames.example/disputes",
      description: "",
      eventTypes: ["dispute.opened"],
      createdAt: daysAgo(1),
      behaves: healthy,
    },
  ];
}
