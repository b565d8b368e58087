type SearchedPage = { data: readonly unknown[]; nextCursor: string | null; searchedTo: string | null };

/** About as long as a person likes to wait. */
const mostPages = 10;

/**
 * Reads a page of a log, and goes on where the server stopped without having found a row. Of a page that is read again because
 * something changed, only what is new since is searched.
 */
export async function searchOn<Page extends SearchedPage>(
  read: (cursor?: string) => Promise<Page>,
  known: Page | undefined,
): Promise<Page> {
  let page = await read();
  const wasEmpty = known?.data.length === 0 && known.searchedTo !== null;
  if (wasEmpty && isOpen(page))
    return { ...page, nextCursor: known.nextCursor, searchedTo: known.searchedTo };
  for (let left = mostPages; left > 0 && page.nextCursor !== null && isOpen(page); left -= 1)
    page = await read(page.nextCursor);
  return page;
}

function isOpen({ data, searchedTo }: SearchedPage): boolean {
  return data.length === 0 && searchedTo !== null;
}
