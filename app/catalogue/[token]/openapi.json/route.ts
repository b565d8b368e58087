import { randomUUID } from "node:crypto";
import { problemResponse } from "#lib/api/problem.ts";
import { openCatalogue } from "#lib/catalogue/open.ts";
import { catalogueDocument } from "#lib/catalogue/openapi.ts";
import { clientAddress } from "#lib/client-address.ts";
import { notFound } from "#lib/errors.ts";

type Params = { params: Promise<{ token: string }> };

/** The catalogue for tools, for anybody who has the link. */
export async function GET({ headers }: Request, { params }: Params): Promise<Response> {
  try {
    const { token } = await params;
    const catalogue = await openCatalogue({ token, ipAddress: clientAddress(headers) });
    if (!catalogue) throw notFound("catalogue");
    const answer = { "cache-control": "no-store", "x-robots-tag": "noindex" };
    return Response.json(await catalogueDocument(catalogue), { headers: answer });
  } catch (error) {
    return problemResponse(error, randomUUID());
  }
}
