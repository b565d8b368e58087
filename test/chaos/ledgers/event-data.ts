import type { Post } from "./lines.ts";

/** The data of an event as text, with numbers that a careless parse would change. */
export function dataOf({ key, padding }: Pick<Post, "key" | "padding">): string {
  const text = "Tromsø → 東京 ".repeat(Math.ceil(padding / 12)).slice(0, padding);
  return `{"key":"${key}","price":1.0,"serial":12345678901234567890,"text":${JSON.stringify(text)}}`;
}

/** The bytes a receiver must get of it, every time (payload format `full`). */
export function bodyOf(post: Post, timestamp: string): string {
  return `{"type":"${post.type}","timestamp":"${timestamp}","data":${dataOf(post)}}`;
}
