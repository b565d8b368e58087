import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { DocsTable } from "#components/docs/docs-table.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { roleMeanings, roles } from "#lib/contracts/permissions.ts";

export const metadata: Metadata = { title: "People and accounts" };

const roleList = { id: "roles", title: "Roles" };
const invitations = { id: "invitations", title: "Invitations" };
const twoStep = { id: "two-step", title: "Two-step sign-in" };
const sessions = { id: "sessions", title: "Sessions" };
const preferences = { id: "preferences", title: "Preferences" };
const audit = { id: "audit-log", title: "Audit log" };
const lost = { id: "lost", title: "When somebody is locked out" };

export default function AccountsPage() {
  return (
    <DocsPage
      href="/docs/accounts"
      title="People and accounts"
      lead="Who gets in, what they may do, and how you see what they did."
      sections={[roleList, invitations, twoStep, sessions, preferences, audit, lost]}
    >
      <Heading section={roleList} />
      <p>A person belongs to as many tenants as they are invited to, with one role in each:</p>
      <DocsTable
        label="Roles"
        head={["Role", "May do"]}
        rows={roles.map((role) => [<code key={role}>{role}</code>, roleMeanings[role]])}
      />
      <Heading section={invitations} />
      <p>
        Nobody grants a role above their own. An invitation works once, within seven days, for the invited
        address alone. When whoever sent it leaves or loses the right to, it ends. The link in the e-mail also
        proves the invitee’s address; the one you copy lets them in, and asks them to confirm it.
      </p>
      <Heading section={twoStep} />
      <p>
        Under <strong>Your account</strong>, set up an authenticator app: its code is then asked for after the
        password, and after a sign-in by a provider. A code works once. You get ten recovery codes, each for
        one sign-in without the phone. Turning it off takes the password or a code, and you are told by
        e-mail.
      </p>
      <Heading section={sessions} />
      <p>
        Your account lists where you are signed in. Signing a device out there holds within a second, a new
        password signs out all others, and every session ends thirty days after sign-in.
      </p>
      <Heading section={preferences} />
      <p>
        Time zone, clock, theme and the height of rows are yours, in every tenant and on every device. Set
        them under <strong>Your account</strong>, in the menu behind your name, or with <kbd>⌘ K</kbd>. Unless
        you choose a zone, times are shown in that of your browser; files you export hold UTC. In a portal the
        browser keeps them.
      </p>
      <Heading section={audit} />
      <p>
        Every change, every secret revealed and every sign-in is noted with who, what, when and from which
        address. Entries can be neither changed nor deleted: the database itself refuses. Admins read them
        under <strong>Settings</strong>, <strong>Audit log</strong>, filter them, and export up to 50,000 as
        CSV or JSON; the same goes by the <Link href="/docs/api">API</Link> at{" "}
        <code>GET /audit-log/export</code>.
      </p>
      <Heading section={lost} />
      <p>
        Where no e-mail is sent, whoever runs Posthorn makes the link to a new password. For somebody who has
        lost phone and recovery codes, it can turn two-step sign-in off too, which is noted and told to them:
      </p>
      <CodeBlock code={commands} language="bash" title="Terminal" label="Make a link to a new password" />
    </DocsPage>
  );
}

const commands = `npm run reset-password -- --email ada@example.com
npm run reset-password -- --email ada@example.com --turn-off-two-step
`;
