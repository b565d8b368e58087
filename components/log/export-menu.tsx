"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.ts";
import { messageOf } from "#lib/client/form-errors.ts";

export interface ExportMenuProps {
  /** Saves what the filter finds as a file, and answers whether there was more than it holds. */
  save: (format: "csv" | "json") => Promise<{ isCut: boolean }>;
  /** What is exported: "The audit log". */
  subject: string;
  /** The most a file holds: "50,000 entries". */
  most: string;
}

/** Saves what a filter finds as a file. */
export function ExportMenu({ save, subject, most }: ExportMenuProps) {
  const [isSaving, setSaving] = useState(false);
  const saveAs = async (format: "csv" | "json") => {
    setSaving(true);
    try {
      const { isCut } = await save(format);
      if (isCut)
        toast.info(`The file holds the newest ${most}`, { description: "Narrow the time to get the rest." });
    } catch (error) {
      toast.error(`${subject} was not exported`, { description: messageOf(error) });
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
      <MenuItem label="CSV" hint="For a spreadsheet, times in UTC" onSelect={() => void saveAs("csv")} />
      <MenuItem label="JSON" hint="As the API answers" onSelect={() => void saveAs("json")} />
    </Menu>
  );
}
