/** The title of the page of one of many: its noun and the end of its id, by which tabs are told apart. */
export function titleOf(noun: string, id: string): string {
  return `${noun} …${id.slice(-6)}`;
}
