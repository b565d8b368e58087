import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const badgeStyle = cva(
  "inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-sm align-middle px-1.5 font-medium text-xs [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-hover text-muted",
        outline: "border border-line text-muted",
        brass: "bg-brass-soft text-brass",
        good: "bg-delivered-soft text-delivered",
        warn: "bg-retrying-soft text-retrying",
        bad: "bg-failed-soft text-failed",
        info: "bg-paused-soft text-paused",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export interface BadgeProps extends VariantProps<typeof badgeStyle> {
  children: ReactNode;
  icon?: ReactNode;
  className?: string;
}

export function Badge({ tone, icon, children, className }: BadgeProps) {
  return (
    <span className={cn(badgeStyle({ tone }), className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
