import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Field, readFields } from "./protobuf.ts";

export type CollectedSpan = {
  service: string;
  traceId: string;
  spanId: string;
  /** Empty for a root. */
  parentSpanId: string;
  name: string;
  kind: "internal" | "server" | "client" | "other";
  attributes: Record<string, string | number>;
  events: string[];
  /** Span ids. */
  links: string[];
  isError: boolean;
};

export type TraceCollector = {
  url: string;
  spans: CollectedSpan[];
  [Symbol.asyncDispose]: () => Promise<void>;
};

/** A real OTLP/HTTP collector on a loopback port, which reads what it is sent as protobuf (opentelemetry-proto 1.x, trace.proto). */
export async function createTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url === "/v1/traces" && request.headers["content-type"] === "application/x-protobuf")
      spans.push(...readExport(body));
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, spans, [Symbol.asyncDispose]: close };
}

function readExport(body: Buffer): CollectedSpan[] {
  return messages(readFields(body), 1).flatMap((resourceSpans) => {
    const [resource = []] = messages(resourceSpans, 1);
    const service = String(attributesOf(messages(resource, 1))["service.name"]);
    const scopes = messages(resourceSpans, 2);
    return scopes.flatMap((scope) => messages(scope, 2).map((span) => toSpan(span, service)));
  });
}

const kinds: Record<number, CollectedSpan["kind"]> = { 1: "internal", 2: "server", 3: "client" };
const errorStatus = 2;

function toSpan(span: Field[], service: string): CollectedSpan {
  const [status = []] = messages(span, 15);
  return {
    service,
    traceId: bytes(span, 1).toString("hex"),
    spanId: bytes(span, 2).toString("hex"),
    parentSpanId: bytes(span, 4).toString("hex"),
    name: bytes(span, 5).toString(),
    kind: kinds[number(span, 6)] ?? "other",
    attributes: attributesOf(messages(span, 9)),
    events: messages(span, 11).map((event) => bytes(event, 2).toString()),
    links: messages(span, 13).map((link) => bytes(link, 2).toString("hex")),
    isError: number(status, 3) === errorStatus,
  };
}

function attributesOf(pairs: Field[][]): CollectedSpan["attributes"] {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [value = []] = messages(pair, 2);
      const text = value.find(({ tag }) => tag === 1);
      return [bytes(pair, 1).toString(), text ? bytes(value, 1).toString() : number(value, 3)];
    }),
  );
}

function messages(fields: Field[], tag: number): Field[][] {
  return fields.flatMap((field) => (field.tag === tag && "bytes" in field ? [readFields(field.bytes)] : []));
}

function bytes(fields: Field[], tag: number): Buffer {
  const field = fields.find((candidate) => candidate.tag === tag);
  return field && "bytes" in field ? field.bytes : Buffer.alloc(0);
}

function number(fields: Field[], tag: number): number {
  const field = fields.find((candidate) => candidate.tag === tag);
  return field && "number" in field ? field.number : 0;
}
