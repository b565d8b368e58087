import type { Snippet } from "#components/ui/code-tabs.tsx";

const code = `using System.Globalization;
using System.Security.Cryptography;
using System.Text;

public static class Webhooks
{
    private const long ToleranceSeconds = 300;

    /// <summary>Whether the raw body of a request was signed with the secret, a moment ago. Header names in lower case.</summary>
    public static bool IsVerified(string secret, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var id = headers.GetValueOrDefault("webhook-id", "");
        var timestamp = headers.GetValueOrDefault("webhook-timestamp", "");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - seconds;
        if (Math.Abs(age) > ToleranceSeconds) return false;

        var encoded = secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret["whsec_".Length..] : secret;
        var key = Convert.FromBase64String(encoded);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var digest = HMACSHA256.HashData(key, signed);
        var expected = Encoding.ASCII.GetBytes("v1," + Convert.ToBase64String(digest));
        return headers.GetValueOrDefault("webhook-signature", "")
            .Split(' ')
            .Any(item => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(item), expected));
    }
}
`;

export const csharp: Snippet = { label: "C#", language: "csharp", code };
