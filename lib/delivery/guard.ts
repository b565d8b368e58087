import { type Address, parseAddress } from "./address.ts";
import { isWithin, requireCidr } from "./cidr.ts";
import { forbiddenRange } from "./forbidden-ranges.ts";

/**
 * Where requests may go beyond public https: plain http, address blocks of the operator (on any port), ports besides
 * 443, 80, 8443 and 8080, and our own test inboxes. The blocks must have passed `parseCidr`.
 */
export type EgressPolicy = {
  allowHttp: boolean;
  allowCidrs: readonly string[];
  ports?: readonly number[];
  /** What the URL of every test inbox begins with, such as `https://hooks.example.com/inbox/`. */
  inboxes?: string;
};

export type CheckedUrl = { kind: "allowed"; url: URL } | { kind: "blocked"; reason: string };

/** All a tenant is told about a refusal; the reason is for the operator's logs. */
export const blockedMessage = "Blocked by egress policy";

const maxUrlLength = 2048;
const inboxPath = /^in_[a-z2-7]{26}(\?[^#]*)?$/;
const defaultPorts: readonly number[] = [80, 443, 8080, 8443];
const refusedTopLevels = new Set(["localhost", "local", "internal"]);

/**
 * Checks everything about a URL that needs no DNS and returns it normalised:
 * keep its `href`. A name still has to pass `resolveTarget`.
 */
export function checkUrl(input: string, policy: EgressPolicy): CheckedUrl {
  if (input.length > maxUrlLength) return blocked(`longer than ${maxUrlLength} characters`);
  if (!URL.canParse(input)) return blocked("not a URL");
  const url = new URL(input);
  if (isInbox(url, policy)) return { kind: "allowed", url };
  const reason = formProblem(url, policy) ?? hostProblem(url, policy);
  return reason === undefined ? { kind: "allowed", url } : blocked(reason);
}

/**
 * Whether a URL is that of a test inbox, token and all. Such a request never leaves the process that sends it: nothing
 * is resolved, and it is handed to that process's own receiver, so that nothing else can be reached with it.
 */
export function isInbox(url: URL, { inboxes }: EgressPolicy): boolean {
  return (
    inboxes !== undefined && url.href.startsWith(inboxes) && inboxPath.test(url.href.slice(inboxes.length))
  );
}

/** Why an address must not be connected to on the port of this URL, or undefined when it may. */
export function addressProblem(url: URL, address: Address, policy: EgressPolicy): string | undefined {
  if (policy.allowCidrs.some((text) => isWithin(address, requireCidr(text)))) return undefined;
  return forbiddenRange(address) ?? (isUsualPort(url, policy) ? undefined : `port ${url.port}`);
}

/** The address a URL names by itself, undefined when its host is a name. */
export function literalAddress(url: URL): Address | undefined {
  return parseAddress(bareHost(url));
}

/** The host of a URL, an IPv6 address without its brackets. */
export function bareHost({ hostname }: URL): string {
  return hostname.replace(/[[\]]/g, "");
}

function formProblem(url: URL, { allowHttp }: EgressPolicy): string | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return `scheme ${url.protocol}`;
  if (url.protocol === "http:" && !allowHttp) return "plain http";
  if (url.username !== "" || url.password !== "") return "user name or password in the URL";
  if (url.href.includes("#")) return "fragment in the URL";
  if (url.href.length > maxUrlLength) return `longer than ${maxUrlLength} characters`;
  return undefined;
}

function hostProblem(url: URL, policy: EgressPolicy): string | undefined {
  const literal = literalAddress(url);
  if (literal) return addressProblem(url, literal, policy);
  url.hostname = url.hostname.replace(/\.$/, "");
  const labels = url.hostname.split(".");
  if (labels.includes("")) return "host name with an empty label";
  if (labels.length < 2 || refusedTopLevels.has(labels.at(-1) ?? "")) return `host name ${url.hostname}`;
  const mayLeadToAllowed = policy.allowCidrs.length > 0;
  return isUsualPort(url, policy) || mayLeadToAllowed ? undefined : `port ${url.port}`;
}

function isUsualPort({ port }: URL, { ports = [] }: EgressPolicy): boolean {
  return port === "" || defaultPorts.includes(Number(port)) || ports.includes(Number(port));
}

function blocked(reason: string): CheckedUrl {
  return { kind: "blocked", reason };
}
