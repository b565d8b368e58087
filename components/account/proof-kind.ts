/** What an account can be asked for before something weighty. */
export type ProofKind = "password" | "code" | "none";

/** What shows that its owner asks: the password, else a code, else nothing, for whoever has neither. */
export function proofKindOf(account: { hasPassword: boolean; hasSecondFactor: boolean }): ProofKind {
  if (account.hasPassword) return "password";
  return account.hasSecondFactor ? "code" : "none";
}
