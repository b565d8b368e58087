import type { Metadata } from "next";
import { NotPublished } from "#components/catalogue/not-published.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <NotPublished />;
}
