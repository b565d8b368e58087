import { ensureBuild } from "./build.ts";
import { ensurePrismaClient } from "./prisma-client.ts";

const client = await ensurePrismaClient();
const pages = await ensureBuild();
console.log(`Prisma client ${client}, pages ${pages}.`);
