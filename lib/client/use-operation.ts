"use client";

import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { uuidv7 } from "uuidv7";
import type { Answer, Call, Operation } from "../contracts/operation.ts";
import { keyOf, type Resource } from "./keys.ts";
import { NetworkFailure } from "./problem.ts";
import { readAgain } from "./read-again.ts";
import { callApi } from "./request.ts";
import { useTenant } from "./tenant.tsx";

export type OperationMutation<O extends Operation> = UseMutationResult<Answer<O>, Error, Call<O>>;

/**
 * A mutation that calls the operation in this tenant and has everything it touched read again.
 * A POST that got no answer is repeated under the same idempotency key, so that pressing again does it once. `onAnswer`
 * runs before anything is read again.
 */
export function useOperation<O extends Operation>(
  operation: O,
  touched: readonly Resource[],
  onAnswer?: (answer: Answer<O>) => void,
) {
  const { id: tenantId } = useTenant();
  const queryClient = useQueryClient();
  const keyFor = useIdempotencyKey(operation);
  return useMutation<Answer<O>, Error, Call<O>>({
    mutationKey: [tenantId, operation.method],
    mutationFn: (call) =>
      keyFor(call, (idempotencyKey) => callApi(operation, Object.assign({ tenantId, idempotencyKey }, call))),
    onSuccess: (answer) => onAnswer?.(answer),
    onSettled: () =>
      Promise.all(
        touched.map((resource) => readAgain(queryClient, { queryKey: keyOf(tenantId, resource) })),
      ).then(() => undefined),
  });
}

function useIdempotencyKey({ method }: Operation) {
  const unanswered = useRef<{ text: string; key: string }>(undefined);
  return async <A>(call: unknown, run: (key: string | undefined) => Promise<A>): Promise<A> => {
    if (method !== "post") return run(undefined);
    const text = JSON.stringify(call);
    const key = unanswered.current?.text === text ? unanswered.current.key : uuidv7();
    unanswered.current = { text, key };
    try {
      const answer = await run(key);
      unanswered.current = undefined;
      return answer;
    } catch (error) {
      if (!(error instanceof NetworkFailure)) unanswered.current = undefined;
      throw error;
    }
  };
}
