export const tabListStyle = "-mb-px scroll-line flex min-w-0 gap-5";

export const tabStyle = [
  "inline-flex h-10 shrink-0 items-center justify-center gap-1.5 max-sm:min-w-11 whitespace-nowrap border-transparent border-b-2 font-medium text-base text-muted transition-colors max-sm:h-11",
  "hover:text-ink focus-visible:-outline-offset-2 data-active:border-brass-solid data-active:text-ink",
].join(" ");
