import { QueryClient } from "@tanstack/react-query";

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, gcTime: 10 * 60_000, retry: shouldRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}

function shouldRetry(failureCount: number, error: Error): boolean {
  return failureCount < 2 && !isAnswered(error);
}

// A 4xx is an answer; asking again would only delay showing it.
function isAnswered(error: Error): boolean {
  const status = "status" in error ? error.status : undefined;
  return typeof status === "number" && status >= 400 && status < 500;
}
