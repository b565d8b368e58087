import { Resolver } from "node:dns/promises";

/** Has every DNS resolver of this process ask the server on that loopback port, and nobody else, until disposed. */
export function pointResolvers(port: number): Disposable {
  const { resolve4, resolve6 } = Resolver.prototype;
  const told = new WeakSet<Resolver>();
  // A resolver with a question under way cannot be told.
  const tell = (resolver: Resolver) => {
    if (!told.has(resolver)) resolver.setServers([`127.0.0.1:${port}`]);
    told.add(resolver);
  };
  Object.assign(Resolver.prototype, { resolve4: after(tell, resolve4), resolve6: after(tell, resolve6) });
  return { [Symbol.dispose]: () => void Object.assign(Resolver.prototype, { resolve4, resolve6 }) };
}

type Resolve = (this: Resolver, hostname: string) => Promise<string[]>;

function after(tell: (resolver: Resolver) => void, resolve: Resolve): Resolve {
  return function (hostname) {
    tell(this);
    return resolve.call(this, hostname);
  };
}
