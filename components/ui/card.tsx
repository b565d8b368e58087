import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

/** A framed surface. Tables and lists go in bare; text goes in CardBody. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      className={cn("min-w-0 overflow-clip rounded-lg border border-line bg-surface", className)}
      {...rest}
    />
  );
}

export interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The heading's level on this page. */
  level?: 2 | 3;
}

export function CardHeader({ title, description, actions, level = 2 }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <header className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-2.5">
      <div className="min-w-0">
        <Heading className="font-semibold text-base">{title}</Heading>
        {description ? <p className="text-muted text-sm">{description}</p> : null}
      </div>
      {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("p-4", className)} {...rest} />;
}

/** The line at the foot: a hint on the left, Save on the right. */
export function CardFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      className={cn(
        "flex min-h-13 flex-wrap items-center justify-between gap-3 border-line border-t bg-sunken px-4 py-2.5 text-muted text-sm",
        className,
      )}
      {...rest}
    />
  );
}
