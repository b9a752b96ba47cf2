import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { DocNode } from "~/domain/document.ts";
import { DocumentView } from "~/editor/document-view.tsx";
import { database } from "~db/client.server.ts";
import { findSection } from "~db/queries/sections.ts";

export async function loader({ params }: LoaderFunctionArgs) {
  const row = await findSection(database(), params.workspace!, "bench");
  return { doc: row?.doc as DocNode };
}

export default function Read() {
  const { doc } = useLoaderData<typeof loader>();
  return (
    <main>
      <DocumentView doc={doc} figures={[]} imagePath={(id) => `/images/${id}`} />
    </main>
  );
}
