type Waiting<Item> = { item: Item; resolve: () => void; reject: (error: unknown) => void };

/** Hands over what arrives while the previous batch is under way as the next batch, at most `max` at a time. */
export function createBatcher<Item>(
  write: (items: Item[]) => Promise<unknown>,
  max: number,
): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting.splice(0, max);
      await write(batch.map(({ item }) => item)).then(
        () => batch.forEach(({ resolve }) => void resolve()),
        (error) => batch.forEach(({ reject }) => void reject(error)),
      );
    }
    isWriting = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isWriting) void writeAll();
    });
}
