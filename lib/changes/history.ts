import type { ChangeGroup } from "./change.ts";

/** What was told at once, under its number. */
export type Told = { number: number; groups: ChangeGroup[] };

/** The last changes told of a tenant, so that whoever was away for a moment goes on where they stopped. */
export class History {
  readonly #told: Told[] = [];
  /** From the one after this number on, everything is known. */
  #afterNumber: number;
  readonly #size: number;

  constructor(afterNumber: number, size = 128) {
    this.#afterNumber = afterNumber;
    this.#size = size;
  }

  add(told: Told): void {
    this.#told.push(told);
    if (this.#told.length > this.#size) this.#afterNumber = this.#told.shift()?.number ?? this.#afterNumber;
  }

  /** All that was told after this number; undefined when some of it is no longer known. */
  since(number: number): Told[] | undefined {
    if (number < this.#afterNumber) return undefined;
    return this.#told.filter((told) => told.number > number);
  }
}
