export const tabListStyle = "-mb-px flex min-w-0 gap-5 overflow-x-auto [scrollbar-width:none]";

export const tabStyle = [
  "inline-flex h-10 shrink-0 items-center justify-center gap-1.5 max-sm:min-w-11 whitespace-nowrap border-transparent border-b-2 text-base text-muted transition-colors max-sm:h-11",
  "hover:text-ink focus-visible:-outline-offset-2 data-active:border-brass-solid data-active:font-medium data-active:text-ink",
].join(" ");
