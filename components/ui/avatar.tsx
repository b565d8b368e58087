import { cn } from "./cn.ts";

export interface AvatarProps {
  /** A person or an organisation. */
  name: string;
  shape?: "round" | "square";
  size?: "sm" | "md" | "lg";
}

/** Initials on a ground that is always the same for the same name. Decorative: the name stands beside it. */
export function Avatar({ name, shape = "round", size = "md" }: AvatarProps) {
  const hue = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span
      aria-hidden
      data-initials={initials(name)}
      style={{ backgroundColor: `oklch(0.45 0.06 ${hue})` }}
      className={cn(
        "inline-flex shrink-0 select-none items-center justify-center font-medium text-white text-xs before:content-[attr(data-initials)]",
        shape === "round" ? "rounded-full" : "rounded-md",
        sizes[size],
      )}
    />
  );
}

const sizes = { sm: "size-5 text-[10px]", md: "size-7", lg: "size-9 text-sm" };

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return letters.join("").toUpperCase();
}
