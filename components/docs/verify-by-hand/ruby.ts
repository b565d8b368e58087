import type { Snippet } from "#components/ui/code-tabs.tsx";

const code = `require "openssl"

TOLERANCE_SECONDS = 300

# Whether the raw body of a request was signed with the secret, a moment ago.
def verified?(secret, headers, body)
  id = headers["webhook-id"].to_s
  timestamp = headers["webhook-timestamp"].to_s
  return false unless timestamp.match?(/\\A\\d+\\z/)
  return false if (Time.now.to_i - timestamp.to_i).abs > TOLERANCE_SECONDS

  key = secret.delete_prefix("whsec_").unpack1("m0")
  signed = "#{id}.#{timestamp}.".b + body.b
  expected = "v1," + [OpenSSL::HMAC.digest("SHA256", key, signed)].pack("m0")
  headers["webhook-signature"].to_s.split(" ").any? do |item|
    OpenSSL.secure_compare(item, expected)
  end
end
`;

export const ruby: Snippet = { label: "Ruby", language: "ruby", code };
