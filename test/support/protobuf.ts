export type Field = { tag: number } & ({ number: number } | { bytes: Buffer });

/** The fields of a protobuf message in their order; nested messages are bytes to be read again. */
export function readFields(message: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return Number(value);
    }
  };
  const take = (length: number) => {
    at += length;
    return message.subarray(at - length, at);
  };
  while (at < message.length) {
    const key = varint();
    const tag = key >>> 3;
    const wireType = key & 7;
    if (wireType === 0) fields.push({ tag, number: varint() });
    else if (wireType === 2) fields.push({ tag, bytes: take(varint()) });
    else fields.push({ tag, bytes: take(wireType === 1 ? 8 : 4) });
  }
  return fields;
}
