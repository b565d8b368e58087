import type { Metadata } from "next";
import { EmailCard } from "#components/account/email-card.tsx";
import { proofKindOf } from "#components/account/proof-kind.ts";
import { SessionList } from "#components/account/session-list.tsx";
import { TwoStep, type TwoStepProps } from "#components/account/two-step.tsx";
import { AccountFrame } from "#components/auth/account-frame.tsx";
import { NameForm } from "#components/auth/name-form.tsx";
import { PasswordForm } from "#components/auth/password-form.tsx";
import { TenantLinks } from "#components/auth/tenant-links.tsx";
import { PreferencesCard } from "#components/preferences/preferences-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card, CardBody, CardHeader } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { providerChoices } from "#lib/auth/providers.ts";
import { requireUser } from "#lib/auth/require-user.ts";
import { env } from "#lib/env.ts";
import { listTenants } from "#lib/tenants/list.ts";
import { type AccountView, describeAccount } from "#lib/users/describe.ts";
import { listSessions } from "#lib/users/list-sessions.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { id, sessionId } = await requireUser("/account");
  const [account, tenants, sessions] = await Promise.all([
    describeAccount(id),
    listTenants(id),
    listSessions(id, sessionId),
  ]);
  const { name, email, isVerified, hasPassword } = account;
  const [first] = tenants;
  const backTo = first
    ? { href: `/${first.slug}`, label: `Back to ${first.name}` }
    : { href: "/new-tenant", label: "Create a tenant" };
  return (
    <AccountFrame backTo={backTo}>
      <PageHeader title="Your account" description="The same in every tenant you belong to." />
      <div className="flex flex-col gap-6">
        <Card>
          <CardHeader title="Profile" />
          <NameForm name={name} />
        </Card>
        <PreferencesCard />
        <EmailCard
          email={email}
          isVerified={isVerified}
          canMail={env().smtpUrl !== undefined}
          proof={proofKindOf(account)}
        />
        <Card>
          <CardHeader
            title={hasPassword ? "Change password" : "Set a password"}
            description={waysIn(account)}
          />
          <PasswordForm email={email} hasPassword={hasPassword} />
        </Card>
        <TwoStep {...twoStepOf(account)} />
        <Card>
          <CardHeader title="Sessions" description="Where you are signed in." />
          <SessionList sessions={sessions} />
        </Card>
        <Card>
          <CardHeader
            title="Tenants"
            actions={
              env().signup === "closed" ? null : (
                <ButtonLink href="/new-tenant" size="sm">
                  Create a tenant
                </ButtonLink>
              )
            }
          />
          {first ? <TenantLinks tenants={tenants} /> : <NoTenants />}
        </Card>
      </div>
    </AccountFrame>
  );
}

function twoStepOf({ hasPassword, hasSecondFactor, recoveryCodesLeft }: AccountView): TwoStepProps {
  return { hasPassword, hasSecondFactor, recoveryCodesLeft };
}

function NoTenants() {
  return (
    <CardBody className="text-base text-muted">
      You belong to no tenant. Create one, or ask a teammate to invite you.
    </CardBody>
  );
}

function waysIn({ hasPassword, providers }: AccountView): string {
  const names = new Map(providerChoices().map(({ id, name }) => [id, name]));
  const linked = providers.map((id) => names.get(id) ?? id).join(" and ");
  if (linked === "") return "You sign in with your e-mail address and this password.";
  return hasPassword
    ? `You sign in with ${linked}, or with this password.`
    : `You sign in with ${linked}. A password is another way in.`;
}
