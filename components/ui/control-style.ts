/** The look of everything a person types or picks into. */
export const controlStyle = [
  "rounded-md border border-control bg-surface text-ink text-base transition-[border-color,box-shadow]",
  "hover:border-faint focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-focus/35 focus-visible:outline-offset-0",
  "aria-invalid:border-failed data-invalid:border-failed aria-invalid:outline-failed/30 data-invalid:outline-failed/30",
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-faint",
  "max-sm:text-lg",
].join(" ");

export const popupStyle =
  "float-motion rounded-lg border border-line bg-raised text-ink shadow-float outline-none max-w-(--available-width)";

export const optionStyle = [
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 py-1.5 text-base outline-none max-sm:min-h-11",
  "data-highlighted:bg-hover data-disabled:text-faint",
].join(" ");
