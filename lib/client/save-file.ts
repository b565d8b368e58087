import type { Call, Operation } from "../contracts/operation.ts";
import { type CallOptions, sendCall } from "./request.ts";

/**
 * Fetches a file and hands it to the browser to be saved under the name that the API gives it. Answers whether there was
 * more than it holds; throws as `callApi` does.
 */
export async function saveFile<O extends Operation>(
  operation: O,
  call: Call<O> & CallOptions,
): Promise<{ isCut: boolean }> {
  const response = await sendCall(operation, call);
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name ?? "export";
  link.click();
  URL.revokeObjectURL(link.href);
  return { isCut: response.headers.get("posthorn-truncated") === "true" };
}
