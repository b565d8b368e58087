import { expect, test } from "vitest";
import { showProblem } from "#lib/client/form-errors.ts";
import { ApiProblem, NetworkFailure } from "#lib/client/problem.ts";

type Values = { url: string; eventTypes: string[] };

function shownFor(error: unknown) {
  const shown: Record<string, string> = {};
  const focused: string[] = [];
  const form: Parameters<typeof showProblem<Values>>[0] = {
    getValues: () => ({ url: "", eventTypes: [] }),
    setError: (name, { message }, options) => {
      shown[name] = message ?? "";
      if (options?.shouldFocus) focused.push(name);
    },
  };
  showProblem(form, error);
  return { shown, focused };
}

const refusal = { type: "about:blank", title: "Invalid request", status: 422, code: "invalid_request" };

test("what the server refuses stands at its field, and the first one has the focus", () => {
  const errors = [
    { path: "url", message: "must be https" },
    { path: "eventTypes.3", message: "must be an event type" },
    { path: "metadata.team", message: "is too long" },
  ];
  const { shown, focused } = shownFor(new ApiProblem({ ...refusal, requestId: "r1", errors }));
  expect(shown).toEqual({
    url: "Must be https.",
    eventTypes: "Must be an event type.",
    root: "Metadata.team is too long.",
  });
  expect(focused).toEqual(["url"]);
});

test("what belongs to no field is said for the form as a whole", () => {
  const conflict = { ...refusal, status: 409, code: "conflict", detail: "Somebody else was faster." };
  expect(shownFor(new ApiProblem({ ...conflict, requestId: "r2" })).shown).toEqual({
    root: "Somebody else was faster.",
  });
  expect(shownFor(new NetworkFailure(new TypeError("failed"))).shown).toHaveProperty("root");
});
