import type { Metadata } from "next";
import { MessagePage } from "#components/layout/message-page.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage
      code="404"
      title="There is nothing here"
      actions={
        <>
          <ButtonLink href="/" variant="primary">
            Go to your dashboard
          </ButtonLink>
          <ButtonLink href="/docs">Read the docs</ButtonLink>
        </>
      }
    >
      The address may be mistyped, the thing may have been deleted, or it belongs to a tenant you are not a
      member of.
    </MessagePage>
  );
}
