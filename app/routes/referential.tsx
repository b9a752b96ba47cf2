import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReferential } from "~/features/catalogue/referential.server.ts";
import { ReferentialScreen } from "~/features/catalogue/referential-screen.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Référentiel ${data?.certification.code ?? ""} – Bloc à bloc` },
  {
    name: "description",
    content:
      "Le texte officiel de la fiche, ses blocs et ses compétences, et nos repères pour s’y entraîner.",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "referential" });
  return readReferential();
}

export default function Referential() {
  return <ReferentialScreen {...useLoaderData<typeof loader>()} />;
}
