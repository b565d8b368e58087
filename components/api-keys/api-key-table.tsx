"use client";

import { ActionColumns } from "#components/lists/action-columns.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table, TableBody, TableCell, TableRow } from "#components/ui/table.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { ApiKey } from "#lib/contracts/api-keys.ts";
import type { Scope } from "#lib/contracts/permissions.ts";
import { ApiKeyExpiry } from "./api-key-expiry.tsx";
import { ApiKeyMenu } from "./api-key-menu.tsx";
import { scopeMeanings } from "./scope-meanings.ts";

export const apiKeyColumns = ["Name", "Scopes", "Created by", "Last used", "Expires"] as const;

export function ApiKeyTable({ keys }: { keys: readonly ApiKey[] }) {
  return (
    <Table label="API keys" narrow="cards">
      <ActionColumns columns={apiKeyColumns} />
      <TableBody>
        {keys.map((key) => (
          <Row key={key.id} apiKey={key} />
        ))}
      </TableBody>
    </Table>
  );
}

function Row({ apiKey }: { apiKey: ApiKey }) {
  const { name, prefix, scopes, createdBy, createdAt, lastUsedAt } = apiKey;
  return (
    <TableRow>
      <TableCell className="max-w-64 py-(--row-padding-tall) max-sm:pr-14!">
        <span className="block min-w-0">
          <bdi className="block truncate font-medium" title={name}>
            {name}
          </bdi>
          <span className="block font-mono text-muted">{prefix}_…</span>
        </span>
      </TableCell>
      <TableCell label="Scopes">
        <span className="flex flex-wrap gap-1 max-sm:justify-end">
          {scopes.map((scope) => (
            <ScopeBadge key={scope} scope={scope} />
          ))}
        </span>
      </TableCell>
      <TableCell label="Created by" className="max-w-56 text-muted">
        <span className="block min-w-0">
          <bdi className="block truncate" title={createdBy}>
            {createdBy}
          </bdi>
          <RelativeTime at={createdAt} className="text-faint" />
        </span>
      </TableCell>
      <TableCell label="Last used" className="text-muted">
        {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : <span className="text-faint">Never</span>}
      </TableCell>
      <TableCell label="Expires" className="text-muted">
        <ApiKeyExpiry at={apiKey.expiresAt} />
      </TableCell>
      <TableCell className="w-12 text-right max-sm:absolute max-sm:top-1.5 max-sm:right-1 max-sm:w-auto max-sm:p-0!">
        <ApiKeyMenu apiKey={apiKey} />
      </TableCell>
    </TableRow>
  );
}

function ScopeBadge({ scope }: { scope: Scope }) {
  return (
    <Tooltip content={scopeMeanings[scope]}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the meaning must be reachable by keyboard */}
      <span tabIndex={0} className="rounded-sm">
        <Badge tone={scope === "manage" ? "warn" : "neutral"} className="font-mono font-normal">
          {scope}
        </Badge>
        <span className="sr-only">: {scopeMeanings[scope]}</span>
      </span>
    </Tooltip>
  );
}
