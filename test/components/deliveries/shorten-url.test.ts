import { expect, test } from "vitest";
import { shortenUrl } from "#components/deliveries/shorten-url.ts";

test("an endpoint's address keeps its host, and the beginning and the end of a long path", () => {
  expect(shortenUrl("https://example.com/")).toEqual({ host: "example.com", path: "" });
  expect(shortenUrl("https://example.com:8443/hooks?key=1")).toEqual({
    host: "example.com:8443",
    path: "/hooks",
  });
  const { path } = shortenUrl(`https://example.com/webhooks/${"a".repeat(200)}/production`);
  expect(path.length).toBeLessThan(30);
  expect(path).toMatch(/^\/webhooks…a+\/production$/);
});

test("what is no URL is shown as it is", () => {
  expect(shortenUrl("not a url")).toEqual({ host: "not a url", path: "" });
});
