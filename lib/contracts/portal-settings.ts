import { z } from "zod";
import { timestamp } from "./fields.ts";
import { id } from "./ids.ts";
import { operation } from "./operation.ts";
import { portalPermissions } from "./portal.ts";

/** Bytes of a logo at most. */
export const maxLogoBytes = 65_536;

const accentColor = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, "must be a colour such as #8a5a00")
  .meta({ description: "Lightened or darkened where text would not be readable." });

const origin = z
  .string()
  .max(200)
  .regex(
    /^(https:\/\/(\*\.)?|http:\/\/)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
    "must be an origin such as https://app.example.com, without a path",
  )
  .refine(
    (text) => text.startsWith("https://") || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(text),
    "must begin with https:// (http:// for localhost alone)",
  )
  .refine((text) => !/^https:\/\/\*\.[^.]+(:\d+)?$/.test(text), "must not cover a whole top-level domain");

const logo = z
  .string()
  .max(Math.ceil(maxLogoBytes / 3) * 4 + 40)
  .regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, "must be a PNG, JPEG or WebP image")
  .meta({ description: "A data URL of a PNG, JPEG or WebP image of at most 64 KiB." });

export const portalSettings = z
  .object({
    name: z.string().nullable().meta({ description: "Shown in place of the tenant's name." }),
    accentColor: accentColor.nullable(),
    logo: z.string().nullable().meta({ description: "A data URL." }),
    origins: z
      .array(z.string())
      .meta({ description: "Sites that may show the portal in a frame; none may by default." }),
  })
  .meta({ id: "PortalSettings" });
export type PortalSettings = z.infer<typeof portalSettings>;

export const updatePortalSettingsBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100).nullable(),
    accentColor: accentColor.nullable(),
    logo: logo.nullable(),
    origins: z.array(origin).max(20),
  })
  .partial();

export const getPortalSettings = operation({
  id: "getPortalSettings",
  method: "get",
  path: "/portal-settings",
  tag: "Portal",
  summary: "Get how the portal looks and who may frame it",
  access: "read",
  answer: { status: 200, schema: portalSettings },
});

export const updatePortalSettings = operation({
  id: "updatePortalSettings",
  method: "patch",
  path: "/portal-settings",
  tag: "Portal",
  summary: "Change how the portal looks and who may frame it",
  access: "tenant:manage",
  body: updatePortalSettingsBody,
  answer: { status: 200, schema: portalSettings },
});

export const portal = z
  .object({
    tenant: z.object({ id: id("tenant"), slug: z.string(), name: z.string() }),
    application: z.object({ id: id("application"), name: z.string() }),
    permissions: z.array(z.enum(portalPermissions)),
    accentColor: z.string().nullable(),
    logo: z.string().nullable(),
    expiresAt: timestamp,
  })
  .meta({ id: "Portal" });
export type Portal = z.infer<typeof portal>;

export const getPortal = operation({
  id: "getPortal",
  method: "get",
  path: "/portal",
  tag: "Portal",
  summary: "Where a portal session is, what it may do, and how it looks",
  access: "portal-session",
  answer: { status: 200, schema: portal },
});
