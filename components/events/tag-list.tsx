import { Badge } from "#components/ui/badge.tsx";

export interface TagListProps {
  tags: readonly string[];
  /** Shows this many and counts the rest. */
  most?: number;
}

export function TagList({ tags, most = tags.length }: TagListProps) {
  if (tags.length === 0) return null;
  const rest = tags.slice(most);
  return (
    <span className="flex min-w-0 flex-wrap gap-1">
      {tags.slice(0, most).map((tag) => (
        <Badge key={tag} tone="outline" className="max-w-40">
          <bdi title={tag}>{tag}</bdi>
        </Badge>
      ))}
      {rest.length > 0 ? (
        <span title={rest.join(", ")}>
          <Badge>+{rest.length}</Badge>
        </span>
      ) : null}
    </span>
  );
}
