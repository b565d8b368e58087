/** An operator's forward proxy; `authorization` is the value of its Proxy-Authorization header. */
export type EgressProxy = {
  hostname: string;
  port: number;
  isSecure: boolean;
  authorization: string | undefined;
};

const usualPorts: Record<string, number> = { "http:": 80, "https:": 443 };

/** Reads `http://user:password@host:3128` (or https, for TLS to the proxy itself); undefined for anything else. */
export function parseEgressProxy(text: string): EgressProxy | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const usualPort = usualPorts[url.protocol];
  const isBare = url.pathname === "/" && url.search === "" && !text.includes("#");
  const authorization = basicAuthorization(url);
  if (usualPort === undefined || !isBare || authorization === "malformed") return undefined;
  return {
    hostname: url.hostname.replace(/[[\]]/g, ""),
    port: Number(url.port) || usualPort,
    isSecure: url.protocol === "https:",
    authorization,
  };
}

/** The proxy as a log may name it, without its credentials. */
export function egressProxyName({ hostname, port, isSecure }: EgressProxy): string {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return `${isSecure ? "https" : "http"}://${host}:${port}`;
}

/** RFC 7617; a name or password may be percent-encoded in the URL. */
function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === "" && password === "") return undefined;
  try {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(credentials).toString("base64")}`;
  } catch {
    return "malformed";
  }
}
