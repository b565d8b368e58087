import type { ReplayModel } from "#prisma/generated/models.ts";
import type { ErrorKind } from "../contracts/error-kinds.ts";
import type { ReplayableStatus } from "../contracts/replays.ts";
import type { FixedScope } from "./conditions.ts";

/** The scope that a replay's row holds; the contract checked its lists when it was started. */
export function toFixedScope(row: ReplayModel): FixedScope & { id: string } {
  return {
    ...row,
    statuses: row.statuses as ReplayableStatus[],
    errorKinds: row.errorKinds as ErrorKind[],
  };
}
