/** What an array of Postgres may hold here, by the name that its SQL type has. */
type Kinds = {
  uuid: string;
  text: string;
  /** JSON as text. */
  json: string;
  bytea: Buffer;
  bool: boolean;
  int: number;
  real: number;
  float8: number;
  timestamptz: Date;
};
export type ArrayType = keyof Kinds;

type Writer<Value> = {
  /** Of the element type in pg_type. */
  oid: number;
  bytesOf: (value: Value) => number;
  write: (target: Buffer, at: number, value: Value) => void;
};

const headerBytes = 20;
const lengthBytes = 4;
const absent = -1;

/**
 * A one-dimensional array in Postgres's binary format (array_send of its arrayfuncs.c), as a parameter that is declared
 * `$n::type[]`. Neither side escapes or parses anything, which for payloads costs more than all the rest of a parameter.
 */
export function binaryArray<Type extends ArrayType>(
  type: Type,
  values: readonly (Kinds[Type] | null)[],
): Buffer {
  const { oid, bytesOf, write } = writers[type] as Writer<Kinds[Type]>;
  const sizes = values.map((value) => (value === null ? absent : bytesOf(value)));
  const target = Buffer.allocUnsafe(
    sizes.reduce((sum, size) => sum + lengthBytes + Math.max(0, size), headerBytes),
  );
  writeHeader(target, { oid, count: values.length, hasAbsent: sizes.includes(absent) });
  let at = headerBytes;
  for (const [index, value] of values.entries()) {
    const size = sizes[index] ?? absent;
    target.writeInt32BE(size, at);
    at += lengthBytes;
    if (value !== null) write(target, at, value);
    at += Math.max(0, size);
  }
  return target;
}

type Header = { oid: number; count: number; hasAbsent: boolean };

function writeHeader(target: Buffer, { oid, count, hasAbsent }: Header): void {
  const dimensions = 1;
  const lowestIndex = 1;
  target.writeInt32BE(dimensions, 0);
  target.writeInt32BE(hasAbsent ? 1 : 0, 4);
  target.writeInt32BE(oid, 8);
  target.writeInt32BE(count, 12);
  target.writeInt32BE(lowestIndex, 16);
}

/** 2000-01-01, from which Postgres counts microseconds. */
const epochMs = Date.UTC(2000, 0, 1);

const asText = (oid: number): Writer<string> => ({
  oid,
  bytesOf: (value) => Buffer.byteLength(value),
  write: (target, at, value) => void target.write(value, at, "utf8"),
});

const writers: { [Type in ArrayType]: Writer<Kinds[Type]> } = {
  uuid: { oid: 2950, bytesOf: () => 16, write: writeUuid },
  text: asText(25),
  json: asText(114),
  bytea: {
    oid: 17,
    bytesOf: (value) => value.length,
    write: (target, at, value) => void value.copy(target, at),
  },
  bool: {
    oid: 16,
    bytesOf: () => 1,
    write: (target, at, value) => void target.writeUInt8(value ? 1 : 0, at),
  },
  int: { oid: 23, bytesOf: () => 4, write: (target, at, value) => void target.writeInt32BE(value, at) },
  real: { oid: 700, bytesOf: () => 4, write: (target, at, value) => void target.writeFloatBE(value, at) },
  float8: { oid: 701, bytesOf: () => 8, write: (target, at, value) => void target.writeDoubleBE(value, at) },
  timestamptz: {
    oid: 1184,
    bytesOf: () => 8,
    write: (target, at, value) => void target.writeBigInt64BE(BigInt(value.getTime() - epochMs) * 1_000n, at),
  },
};

const uuidText = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;

function writeUuid(target: Buffer, at: number, value: string): void {
  const groups = uuidText.exec(value);
  if (!groups) throw new TypeError("not a UUID");
  target.write(groups.slice(1).join(""), at, "hex");
}
