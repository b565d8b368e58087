import { expect, test } from "vitest";
import { htmlOf } from "#lib/emails/html.ts";

test("the page that explains it is a link", () => {
  const link = "https://posthorn.example.com/acme/deliveries?endpoint=ep_1&status=failed";
  const escaped = link.replace("&", "&amp;");
  expect(htmlOf(`Deliveries given up\n\n${link}`)).toContain(`<a href="${escaped}">${escaped}</a>`);
});

test("what a receiver answered stays text, whatever it holds", () => {
  const html = htmlOf(`Last failure: <a href="https://evil.example">"x"</a> https://evil.example\n\nThe end`);
  expect(html).not.toContain("<a ");
  expect(html).toContain("&lt;a href=&quot;https://evil.example&quot;&gt;");
});
