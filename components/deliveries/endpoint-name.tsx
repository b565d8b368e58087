import { cn } from "#components/ui/cn.ts";
import { shortenUrl } from "./shorten-url.ts";

/** An endpoint by its address: host and path, all of it on hover. */
export function EndpointName({ url, className }: { url: string; className?: string }) {
  const { host, path } = shortenUrl(url);
  return (
    <bdi title={url} className={cn("block truncate", className)}>
      {host}
      <span className="text-muted">{path}</span>
    </bdi>
  );
}
