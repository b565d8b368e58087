import { DocsLayout } from "#components/layout/docs-layout.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { docsNavigation } from "../docs-navigation.tsx";
import { DashboardLink } from "../docs-page.tsx";
import { OnThisPage } from "../on-this-page.tsx";
import { Conventions } from "./conventions.tsx";
import { ErrorTable } from "./error-table.tsx";
import { OperationSection } from "./operation-section.tsx";
import type { DocumentedError, ReferenceGroup } from "./reference.ts";
import { ReferenceIndex } from "./reference-index.tsx";

export interface ApiReferenceProps {
  /** Where the API is, without the version. */
  apiUrl: string;
  groups: readonly ReferenceGroup[];
  errors: readonly DocumentedError[];
}

export function ApiReference({ apiUrl, groups, errors }: ApiReferenceProps) {
  const sections = [
    { id: "conventions", title: "Conventions" },
    ...groups.map(({ id, tag }) => ({ id, title: tag })),
    { id: "errors", title: "Errors" },
  ];
  return (
    <DocsLayout
      navigation={docsNavigation}
      actions={<DashboardLink />}
      aside={<OnThisPage sections={sections} />}
    >
      <div className="prose mb-8">
        <h1>API reference</h1>
        <p className="text-lg text-muted">
          Made from the contracts that validate every request. Tools read the same as{" "}
          <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
        </p>
        <CodeBlock code={`${apiUrl}/api/v1`} title="Base address" label="Base address" />
      </div>
      <ReferenceIndex groups={groups} />
      <Conventions />
      {groups.map((group) => (
        <section
          key={group.id}
          id={group.id}
          aria-labelledby={`${group.id}-title`}
          className="mt-12 scroll-mt-20"
        >
          <h2 id={`${group.id}-title`} className="mb-4 font-semibold text-xl tracking-[-0.012em]">
            {group.tag}
          </h2>
          {group.operations.map((operation) => (
            <OperationSection key={operation.id} operation={operation} />
          ))}
        </section>
      ))}
      <section id="errors" aria-labelledby="errors-title" className="mt-12 scroll-mt-20">
        <h2 id="errors-title" className="mb-4 font-semibold text-xl tracking-[-0.012em]">
          Errors
        </h2>
        <Card>
          <ErrorTable errors={errors} />
        </Card>
      </section>
    </DocsLayout>
  );
}
