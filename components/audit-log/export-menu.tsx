"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { type AuditFilter, saveAuditLog } from "#lib/client/audit-log.ts";
import { messageOf } from "#lib/client/form-errors.ts";
import { useTenant } from "#lib/client/tenant.tsx";
import { mostExportedEntries } from "#lib/contracts/audit-log.ts";

/** Saves what the filter finds as a file. */
export function ExportMenu({ filter }: { filter: AuditFilter }) {
  const { id } = useTenant();
  const [isSaving, setSaving] = useState(false);
  const save = async (format: "csv" | "json") => {
    setSaving(true);
    try {
      const { isCut } = await saveAuditLog(id, filter, format);
      if (isCut) toast.info(cutTitle, { description: "Narrow the time to get the rest." });
    } catch (error) {
      toast.error("The audit log was not exported", { description: messageOf(error) });
    }
    setSaving(false);
  };
  return (
    <Menu
      trigger={
        <Button icon={<Download />} loading={isSaving}>
          Export
        </Button>
      }
      className="w-56"
    >
      <MenuItem label="CSV" hint="For a spreadsheet" onSelect={() => void save("csv")} />
      <MenuItem label="JSON" hint="As the API answers" onSelect={() => void save("json")} />
    </Menu>
  );
}

const cutTitle = `The file holds the newest ${mostExportedEntries.toLocaleString("en")} entries`;
