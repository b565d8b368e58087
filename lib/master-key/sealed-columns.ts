/** A column of sealed values, and the owner each is sealed for, as SQL over its `sealed_row`. */
export type SealedColumn = { table: string; column: string; owner: string };

/** Every column that holds what `seal` made. A test compares them with the schema. */
export const sealedColumns: readonly SealedColumn[] = [
  {
    table: "endpoint_secrets",
    column: "sealed",
    owner: `(SELECT tenant_id FROM endpoints WHERE id = sealed_row.endpoint_id) || ':endpoint_secrets:' || sealed_row.id`,
  },
  {
    table: "endpoints",
    column: "headers_sealed",
    owner: `sealed_row.tenant_id || ':endpoints:' || sealed_row.id`,
  },
  {
    table: "idempotency_keys",
    column: "answer",
    owner: `sealed_row.tenant_id || ':idempotency:' || sealed_row.key`,
  },
  {
    table: "emails",
    column: "sealed",
    owner: `coalesce(sealed_row.tenant_id::text, 'none') || ':emails:' || sealed_row.id`,
  },
  {
    table: "second_factors",
    column: "sealed",
    owner: `'none:second_factors:' || sealed_row.user_id`,
  },
  {
    table: "alert_settings",
    column: "slack_sealed",
    owner: `sealed_row.tenant_id || ':alert_settings:slack'`,
  },
  {
    table: "public_catalogues",
    column: "token_sealed",
    owner: `sealed_row.tenant_id || ':public_catalogues'`,
  },
];
