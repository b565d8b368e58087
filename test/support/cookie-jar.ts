/** A browser's cookies for one site, over fetch: sends what was set, follows no redirect. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  async fetch(url: string, request: RequestInit = {}): Promise<Response> {
    const headers = new Headers(request.headers);
    headers.set("cookie", [...this.#cookies].map((pair) => pair.join("=")).join("; "));
    headers.set("origin", new URL(url).origin);
    const response = await fetch(url, { ...request, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  async getJson(url: string): Promise<Record<string, unknown>> {
    return (await this.fetch(url)).json() as Promise<Record<string, unknown>>;
  }

  #keep(line: string): void {
    const [name = "", value = ""] = line.slice(0, line.indexOf(";")).split(/=(.*)/s);
    if (value === "" || /max-age=0/i.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
