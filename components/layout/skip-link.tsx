/** The first stop of the Tab key: past the navigation, to the page. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-ink px-4 py-3 font-medium text-base text-paper transition-transform focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
