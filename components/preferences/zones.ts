import type { ComboboxOption } from "#components/ui/combobox.tsx";
import { zoneName } from "#components/ui/format-time.ts";
import { isTimeZone } from "#lib/contracts/preferences.ts";

/** Every zone that this browser knows, UTC first, to be found by place, name or distance from UTC. */
export function zoneOptions(now: Date): ComboboxOption[] {
  const names = Intl.supportedValuesOf("timeZone").map(presentName).sort();
  return [...new Set(["UTC", ...names])].map((name) => describeZone(name, now));
}

/** "Asia/Kolkata" as people read it. */
export function zoneLabel(name: string): string {
  return name.replaceAll("_", " ");
}

function presentName(name: string): string {
  const present = presentNames[name];
  return present && isTimeZone(present) ? present : name;
}

function describeZone(name: string, now: Date): ComboboxOption {
  const inWords = zoneName(now, name, "long");
  const distance = zoneName(now, name, "shortOffset");
  const short = zoneName(now, name, "short");
  const formerly = Object.keys(presentNames).filter((former) => presentNames[former] === name);
  return {
    value: name,
    label: zoneLabel(name),
    hint: inWords === distance ? distance : `${inWords}, ${distance}`,
    keywords: [name, short, ...formerly].join(" "),
  };
}

/** What some browsers still call by a former name (the `backward` file of the IANA time zone database). */
const presentNames: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Louisville": "America/Kentucky/Louisville",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};
