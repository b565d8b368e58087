import { Fragment } from "react";

/** A name such as `invoice.payment_failed`, or a URL, that a narrow place may break after its dots, dashes, underscores and slashes. */
export function Breakable({ text }: { text: string }) {
  const parts = text.split(/(?<=[._?&-]|\/(?!\/))/);
  return (
    <bdi>
      {parts.map((part, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are only known by their place
        <Fragment key={position}>
          {position > 0 ? <wbr /> : null}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
