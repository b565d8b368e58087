const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Plain text whose web addresses are links. */
export function LinkedText({ text }: { text: string }) {
  return text.split(address).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
        key={place}
        href={part}
        className="rounded-sm underline decoration-brass-solid underline-offset-3"
      >
        {part}
      </a>
    ),
  );
}
