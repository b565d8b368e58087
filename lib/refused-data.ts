/** Whether Postgres refused something as data (SQLSTATE class 22 or 23), as it will again however often it is asked. */
export function isRefusedData(error: unknown): boolean {
  return error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));
}
