import type { Snippet } from "#components/ui/code-tabs.tsx";

const code = `<?php

const TOLERANCE_SECONDS = 300;

/** Whether the raw body of a request (php://input) was signed with the secret, a moment ago. */
function isVerified(string $secret, array $headers, string $body): bool
{
    $id = $headers['webhook-id'] ?? '';
    $timestamp = $headers['webhook-timestamp'] ?? '';
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $encoded = str_starts_with($secret, 'whsec_') ? substr($secret, 6) : $secret;
    $key = base64_decode($encoded, true);
    if ($key === false) {
        return false;
    }
    $digest = hash_hmac('sha256', "$id.$timestamp.$body", $key, true);
    $expected = 'v1,' . base64_encode($digest);
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $item) {
        if (hash_equals($expected, $item)) {
            return true;
        }
    }
    return false;
}
`;

export const php: Snippet = { label: "PHP", language: "php", code };
