import { Callout } from "#components/ui/callout.tsx";

/** Why somebody who came by another provider is back on the sign-in page. */
export function SignInProblem({ code }: { code: string }) {
  const { title, text } = problems[code] ?? unknownProblem;
  return (
    <Callout live tone="danger" title={title} className="mb-5">
      {text}
    </Callout>
  );
}

type Problem = { title: string; text: string };

const unknownProblem: Problem = {
  title: "That did not work",
  text: "The sign-in was not completed. Try again, or choose another way in.",
};

const problems: Record<string, Problem> = {
  unverified_email: {
    title: "Your e-mail address is not verified",
    text: "The provider does not vouch for your address. Verify it there, then try again.",
  },
  invitation_needed: {
    title: "You need an invitation",
    text: "New accounts are by invitation here. Ask somebody who is in to invite this address.",
  },
  sign_up_closed: {
    title: "New accounts are closed",
    text: "Ask whoever runs this Posthorn for an account.",
  },
  AccessDenied: {
    title: "You were not let in",
    text: "The provider refused, or you canceled. Try again, or choose another way in.",
  },
  CredentialsSignin: {
    title: "You are not signed in",
    text: "The e-mail address or the password is wrong.",
  },
  rate_limited: {
    title: "Too many attempts",
    text: "Wait a few minutes, then try again.",
  },
  Configuration: {
    title: "Sign-in is not set up right",
    text: "Tell whoever runs this Posthorn; its log says more.",
  },
};
