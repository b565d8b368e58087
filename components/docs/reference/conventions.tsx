import { CodeBlock } from "#components/ui/code-block.tsx";

const problem = `{
  "type": "https://hooks.example.com/docs/api#error-invalid_request",
  "title": "Some values are not valid",
  "status": 422,
  "detail": "See errors for each value.",
  "code": "invalid_request",
  "requestId": "01993f6e-9a51-7c1e-8a8e-2f1f0c5f4a11",
  "errors": [{ "path": "type", "message": "may only hold letters, digits, dots, hyphens and underscores (1 to 128)" }]
}`;

/** What holds for every operation. */
export function Conventions() {
  return (
    <section id="conventions" aria-labelledby="conventions-title" className="prose scroll-mt-20">
      <h2 id="conventions-title">Conventions</h2>
      <p>
        <strong>Sign in</strong> with an API key: <code>Authorization: Bearer phk_…</code>. The key belongs to
        one tenant, and its scopes say what it may do.
      </p>
      <p>
        <strong>Shapes.</strong> JSON in camelCase. Times are RFC 3339 in UTC. Ids have a prefix (
        <code>evt_</code>, <code>dlv_</code>, <code>ep_</code>) and sort by time. Unknown fields in a body are
        refused; new fields may appear in answers.
      </p>
      <p>
        <strong>Lists</strong> are <code>{"{ data, nextCursor, prevCursor }"}</code>, newest first. Give{" "}
        <code>?limit=</code> (50 unless given, at most 250) and pass <code>nextCursor</code> as{" "}
        <code>?cursor=</code> until it is null.
      </p>
      <p>
        <strong>Answers.</strong> A create is 201 with <code>Location</code>, accepted work 202, a delete 204,
        the rest 200. Every answer carries <code>X-Request-Id</code>.
      </p>
      <p>
        <strong>Errors</strong> are <code>application/problem+json</code> (RFC 9457). Branch on{" "}
        <code>code</code>, which never changes; <a href="#errors">all of them</a> are listed below.
      </p>
      <CodeBlock code={problem} language="json" title="422" label="An error" />
    </section>
  );
}
