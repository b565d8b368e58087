import { ensurePrismaClient } from "#lib/launch/prisma-client.ts";

// On a clean checkout what the bench imports has to be made first.
await ensurePrismaClient();
await import("./command.ts");
