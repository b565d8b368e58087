import type { PageSection } from "./on-this-page.tsx";

/** A heading one can link to. */
export function Heading({ section: { id, title } }: { section: PageSection }) {
  return (
    <h2 id={id} className="group/heading scroll-mt-20">
      <a href={`#${id}`} className="no-underline!">
        {title}
        <span aria-hidden className="ml-2 font-normal text-faint opacity-0 group-hover/heading:opacity-100">
          #
        </span>
      </a>
    </h2>
  );
}
