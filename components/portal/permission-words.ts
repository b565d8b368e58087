import type { PortalPermission } from "#lib/contracts/portal.ts";

/** What a link allows beside reading: in short, and what that means. */
export const permissionWords: Record<PortalPermission, { label: string; meaning: string }> = {
  "endpoints:write": {
    label: "Manage endpoints",
    meaning: "Create, change, pause and delete the application's endpoints",
  },
  "secrets:manage": {
    label: "Reveal secrets",
    meaning: "See and rotate the signing secrets of its endpoints",
  },
  "deliveries:resend": { label: "Resend", meaning: "Send test events, resend deliveries and start replays" },
};
