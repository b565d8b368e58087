import { notFound } from "next/navigation";

/** Keeps an unknown address inside the frame, where the way back is at hand. */
export default function MissingPage() {
  notFound();
}
