/** The environment of a test process (and of the processes it starts) on the database at `url`; loopback receivers are allowed. */
export function testSettings(url: string): Record<string, string> {
  return {
    NODE_ENV: "test",
    DATABASE_URL: url,
    POSTHORN_SECRET_KEY: Buffer.alloc(32, "posthorn").toString("base64"),
    POSTHORN_ALLOW_HTTP: "true",
    POSTHORN_EGRESS_ALLOW: "127.0.0.0/8",
    POSTHORN_API_RATE_LIMIT: "0",
    POSTHORN_DB_POOL: "5",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  };
}
