const mailHosts =
  /^(gmail|googlemail|outlook|hotmail|live|msn|icloud|me|mac|yahoo|ymail|aol|proton|protonmail|pm|gmx|web|t-online|mail|fastmail|hey|yandex|qq|163|126|zoho|example|localhost)$/;

/** A name for somebody's first tenant: their company's, from the e-mail address, or their own. */
export function suggestTenantName({ name, email }: { name: string; email: string }): string {
  const host = email.split("@")[1]?.toLowerCase() ?? "";
  const company = companyOf(host);
  if (company !== "" && !mailHosts.test(company)) return capitalize(company);
  const [firstName = ""] = name.trim().split(/\s+/);
  return firstName === "" ? "" : `${firstName}’s tenant`;
}

/** The part of a host name that people register: `mail.acme.co.uk` is `acme`. */
function companyOf(host: string): string {
  const labels = host.split(".").filter(Boolean);
  const isSecondLevel = labels.length > 2 && /^(co|com|org|net|ac|gov|edu)$/.test(labels.at(-2) ?? "");
  return labels.at(isSecondLevel ? -3 : -2) ?? "";
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
