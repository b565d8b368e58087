import type { Figure } from "../figure.ts";
import type { Driven } from "./drive.ts";

/** What should be nought is only shown when it is not. */
export function oddities(name: string, { duplicates, refused }: Driven): Figure[] {
  const figures: Figure[] = [
    { name: `${name}, requests refused`, value: refused, unit: "count" },
    { name: `${name}, duplicate requests`, value: duplicates, unit: "count" },
  ];
  return figures.filter((figure) => figure.value > 0);
}
