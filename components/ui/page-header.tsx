import type { ReactNode } from "react";
import { type Breadcrumb, Breadcrumbs } from "./breadcrumbs.tsx";

export interface PageHeaderProps {
  /** The page's one h1. */
  title: ReactNode;
  /** Beside the title: a status, an id. */
  badge?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Breadcrumb[];
}

export function PageHeader({ title, badge, description, actions, breadcrumbs = [] }: PageHeaderProps) {
  return (
    <header className="mb-6 min-w-0">
      {breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 font-semibold text-xl tracking-[-0.012em] wrap-anywhere">{title}</h1>
            {badge}
          </div>
          {description ? (
            <div className="mt-1 max-w-3xl text-pretty text-base text-muted wrap-anywhere">{description}</div>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
