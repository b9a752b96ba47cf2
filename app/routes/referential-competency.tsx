import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { CompetencyScreen } from "~/features/catalogue/competency-screen.tsx";
import { readCompetency } from "~/features/catalogue/referential.server.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.competency.id} · ${data.competency.shortTitle} – Bloc à bloc`
      : "Compétence introuvable",
  },
];

const address = z.object({ block: z.string(), competency: z.string() });

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "referential" });
  const { block, competency } = address.parse(args.params);
  return readCompetency(block, competency);
}

export default function ReferentialCompetency() {
  return <CompetencyScreen {...useLoaderData<typeof loader>()} />;
}
