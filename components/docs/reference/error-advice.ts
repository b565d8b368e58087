/** What to do about each error, by its code. */
export const errorAdvice: Record<string, string> = {
  bad_request: "The request line, a header or the query is malformed; detail says where.",
  invalid_json: "The body is no JSON, or nests too deep. Check it with a parser.",
  invalid_cursor: "The cursor was made for another list, filter or tenant. Start at the first page.",
  unauthenticated: "The key is missing, mistyped, expired or revoked. Send it as Authorization: Bearer phk_…",
  forbidden:
    "The key's scopes or the member's role do not cover this. Each operation above says what it takes.",
  foreign_origin: "A browser sent the session from another origin. Use an API key from elsewhere.",
  not_found:
    "There is no such object in this tenant, or no such route. Objects of other tenants look the same.",
  method_not_allowed: "The Allow header lists the methods of this address.",
  conflict:
    "The state at this moment forbids it, such as deleting the default application. detail says which.",
  already_exists: "Something with this name is there already. Use it, or choose another name.",
  body_too_large: "The body is larger than this installation takes. Send a link to the large part instead.",
  unsupported_media_type: "Send Content-Type: application/json, uncompressed.",
  invalid_request: "errors lists each value with its path. Unknown fields are refused as well.",
  idempotency_key_reused: "The key was used with another request. Make a new key for every new request.",
  blocked_url:
    "The URL points where webhooks may not go, such as a private network. Use a public https address.",
  rate_limited: "Wait as long as Retry-After says, then repeat the request.",
  internal: "Repeat with the same Idempotency-Key. If it stays, tell the operator the requestId.",
  unavailable:
    "The database is away for the moment. Wait as long as Retry-After says and repeat the request.",
};
