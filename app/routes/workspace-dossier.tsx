import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadDossier } from "~/features/dossier/dossier.server.ts";
import { DossierScreen } from "~/features/dossier/dossier-screen.tsx";
import { requireWorkspace } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.kind ?? "Dossier"} · ${view?.block.id ?? ""} · Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  return loadDossier(access, new URL(args.request.url).searchParams);
}

export default function WorkspaceDossier() {
  return <DossierScreen view={useLoaderData<typeof loader>()} />;
}
