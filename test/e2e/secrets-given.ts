import { randomBytes } from "node:crypto";

/** What a journey was given and gave, by what it is. */
export class Given {
  /** What must be nowhere. */
  readonly secrets = new Map<string, string>();
  /** What people want to see again, so that it is stored, but in no log. */
  readonly payloads = new Map<string, string>();

  secret(name: string, value: string = randomBytes(18).toString("base64url")): string {
    if (value.length < 12) throw new Error(`${name} is too short to be looked for`);
    this.secrets.set(`${name} #${this.secrets.size + 1}`, value);
    return value;
  }

  payload(name: string, value: string = randomBytes(18).toString("base64url")): string {
    this.payloads.set(name, value);
    return value;
  }
}

/** Calls the API as the tenant's owner and answers with the body of a call that must go well. */
export type OwnersCall = (
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Record<string, string>>;
