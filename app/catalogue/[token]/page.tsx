import { PublishedList } from "#components/catalogue/published-list.tsx";
import { listPublished } from "#lib/catalogue/published.ts";
import { loadCatalogue } from "./load-catalogue.ts";

export default async function CataloguePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const catalogue = await loadCatalogue(token);
  if (catalogue === "busy") return null;
  return (
    <PublishedList
      owner={catalogue.brand.name}
      base={`/catalogue/${token}`}
      eventTypes={await listPublished(catalogue)}
    />
  );
}
