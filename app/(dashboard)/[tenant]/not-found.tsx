import type { Metadata } from "next";
import { PlaceNotFound } from "#components/dashboard/place-not-found.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return <PlaceNotFound />;
}
