import type { Snippet } from "#components/ui/code-tabs.tsx";

const code = `import base64
import hashlib
import hmac
import time

TOLERANCE_SECONDS = 300


def is_verified(secret: str, headers: dict[str, str], body: bytes) -> bool:
    """Whether the raw body of a request was signed with the secret, a moment ago."""
    event_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not (timestamp.isascii() and timestamp.isdigit()):
        return False
    if abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False

    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{event_id}.{timestamp}.".encode() + body
    digest = hmac.new(key, signed, hashlib.sha256).digest()
    expected = b"v1," + base64.b64encode(digest)
    items = headers.get("webhook-signature", "").split(" ")
    return any(hmac.compare_digest(item.encode(), expected) for item in items)
`;

export const python: Snippet = { label: "Python", language: "python", code };
