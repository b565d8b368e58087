import type { Metadata } from "next";
import { DocsPage } from "#components/docs/docs-page.tsx";
import { Heading } from "#components/docs/heading.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";

export const metadata: Metadata = { title: "Replace the master key" };

const what = { id: "what", title: "What it protects" };
const steps = { id: "steps", title: "Without a pause" };
const embedded = { id: "embedded", title: "With the embedded database" };
const effects = { id: "effects", title: "What people notice" };

export default function MasterKeyPage() {
  return (
    <DocsPage
      href="/docs/master-key"
      title="Replace the master key"
      lead="Seal every secret in the database under a new key, while web and worker run."
      sections={[what, steps, embedded, effects]}
    >
      <Heading section={what} />
      <p>
        Signing secrets, values of custom headers, e-mails and kept answers are sealed in the database with
        the key in <code>POSTHORN_SECRET_KEY</code>. Each is bound to its row and names the key that sealed
        it, so several keys can be in use for a while: one that seals, and former ones in{" "}
        <code>POSTHORN_SECRET_KEY_PREVIOUS</code> that still open.
      </p>
      <Heading section={steps} />
      <ol>
        <li>
          Make a key: <code>openssl rand -base64 32</code>.
        </li>
        <li>
          Add it to <code>POSTHORN_SECRET_KEY_PREVIOUS</code> of every web and worker and restart them one
          after the other. From now on each can open what the new key seals.
        </li>
        <li>
          Swap the two: the new key into <code>POSTHORN_SECRET_KEY</code>, the former one into{" "}
          <code>POSTHORN_SECRET_KEY_PREVIOUS</code>. Restart again.
        </li>
        <li>With the same two settings, seal everything anew:</li>
      </ol>
      <CodeBlock code={rotate} language="bash" title="Terminal" label="Seal everything under the new key" />
      <ol start={5}>
        <li>
          When it says that former keys can go, empty <code>POSTHORN_SECRET_KEY_PREVIOUS</code> and restart.
        </li>
      </ol>
      <p>
        The command can be stopped and run again at any time. It changes nothing when a key is missing, and
        exits with 1 as long as anything is left under a former key.
      </p>
      <Heading section={embedded} />
      <p>
        Without <code>DATABASE_URL</code> the key is in the file <code>secret-key</code> of the data folder.
        Stop Posthorn, replace the file, start it with the former key at hand, and seal everything anew in a
        second terminal:
      </p>
      <CodeBlock code={files} language="bash" title="Terminal" label="Replace the key file" />
      <CodeBlock code={second} language="bash" title="Second terminal" label="Seal everything anew" />
      <p>
        Then start as always, and move <code>secret-key.former</code> to where your backups are: those made
        before need it.
      </p>
      <Heading section={effects} />
      <p>
        Deliveries go on and signatures stay the same. Sessions and links to reset a password end, unless{" "}
        <code>NEXTAUTH_SECRET</code> is set: without it they hang on the master key as well. A cursor of a
        list that somebody is reading is refused with <code>invalid_cursor</code>; reading it from the start
        works.
      </p>
    </DocsPage>
  );
}

const rotate = `npm run keys:rotate
`;

const files = `mv .posthorn/secret-key .posthorn/secret-key.former
openssl rand -base64 32 > .posthorn/secret-key
chmod 600 .posthorn/secret-key
POSTHORN_SECRET_KEY_PREVIOUS=$(cat .posthorn/secret-key.former) npm start
`;

const second = `POSTHORN_SECRET_KEY_PREVIOUS=$(cat .posthorn/secret-key.former) npm run keys:rotate
`;
