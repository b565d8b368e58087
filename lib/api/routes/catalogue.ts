import { createCatalogueLink } from "../../catalogue/create-link.ts";
import { getCatalogueLink } from "../../catalogue/get-link.ts";
import { removeCatalogueLink } from "../../catalogue/remove-link.ts";
import * as operations from "../../contracts/catalogue.ts";
import { type Route, route } from "../route.ts";

export const catalogueRoutes: Route[] = [
  route(operations.getCatalogueLink, (ctx) => getCatalogueLink(ctx)),
  route(operations.createCatalogueLink, (ctx) => createCatalogueLink(ctx)),
  route(operations.removeCatalogueLink, (ctx) => removeCatalogueLink(ctx)),
];
