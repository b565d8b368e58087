import { useCallback } from "react";

/**
 * For a line that scrolls sideways (class `scroll-line`): begins with its chosen item in sight, and marks as `data-more` at which
 * end there is more, where the line fades.
 */
export function useScrollLine() {
  return useCallback((line: HTMLElement | null) => {
    if (!line) return;
    const mark = () => {
      const hidden = line.scrollWidth - line.clientWidth;
      const ends = [line.scrollLeft > 1 && "start", line.scrollLeft < hidden - 1 && "end"];
      line.dataset.more = ends.filter(Boolean).join(" ");
    };
    showChosen(line);
    mark();
    line.addEventListener("scroll", mark, { passive: true });
    const observer = new ResizeObserver(mark);
    observer.observe(line);
    return () => {
      line.removeEventListener("scroll", mark);
      observer.disconnect();
    };
  }, []);
}

function showChosen(line: HTMLElement): void {
  const chosen = line.querySelector("[aria-current], [aria-selected=true], [aria-pressed=true]");
  if (!chosen) return;
  const frame = line.getBoundingClientRect();
  const item = chosen.getBoundingClientRect();
  if (item.left >= frame.left && item.right <= frame.right) return;
  line.scrollLeft += item.left - frame.left - (frame.width - item.width) / 2;
}
