"use client";

import { JsonView } from "react-json-view-lite";

export interface JsonTreeProps {
  value: object;
  /** How many levels stand open at first. */
  openLevels: number;
  label: string;
}

export function JsonTree({ value, openLevels, label }: JsonTreeProps) {
  return (
    <JsonView
      data={value}
      style={classNames}
      shouldExpandNode={openTo(openLevels)}
      clickToExpandNode
      aria-label={label}
    />
  );
}

// The tree compares this function by identity and would close what a person opened if it were made anew.
const openers = new Map<number, (level: number) => boolean>();

function openTo(levels: number): (level: number) => boolean {
  const known = openers.get(levels);
  if (known) return known;
  const opener = (level: number) => level < levels;
  openers.set(levels, opener);
  return opener;
}

const classNames = {
  container: "json-tree",
  basicChildStyle: "json-row",
  childFieldsContainer: "json-children",
  label: "json-key",
  clickableLabel: "json-key json-key-toggle",
  nullValue: "json-null",
  undefinedValue: "json-null",
  stringValue: "json-string",
  booleanValue: "json-boolean",
  numberValue: "json-number",
  otherValue: "json-number",
  punctuation: "json-punctuation",
  collapseIcon: "json-expander",
  expandIcon: "json-expander",
  collapsedContent: "json-collapsed",
  quotesForFieldNames: true,
  stringifyStringValues: true,
  ariaLables: { collapseJson: "Collapse", expandJson: "Expand" },
};
