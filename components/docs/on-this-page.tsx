export interface PageSection {
  id: string;
  title: string;
}

export function OnThisPage({ sections }: { sections: readonly PageSection[] }) {
  return (
    <nav aria-label="On this page">
      <p className="mb-2 font-medium text-faint text-xs">On this page</p>
      <ul className="flex flex-col gap-1.5">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="rounded-sm text-muted transition-colors hover:text-ink">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
