/** The link of the row with this id, where there is one. */
export function rowLinkOf(container: ParentNode, id: string | null): HTMLElement | null {
  return id === null ? null : container.querySelector(`[data-row="${CSS.escape(id)}"]`);
}
