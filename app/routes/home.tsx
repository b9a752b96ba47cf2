import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { defaultCertification } from "~/content/load.server.ts";
import { Home } from "~/features/site/home.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [
  { title: "Bloc à bloc – l’épreuve, avant l’épreuve" },
  {
    name: "description",
    content:
      "Des cas complets pour s’entraîner aux quatre blocs de la certification « Community Manager »\u00a0: un client simulé, un dossier, une auto-évaluation par compétence.",
  },
];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await authorize(args, "read", { kind: "referential" });
  const certification = defaultCertification();
  return {
    signedIn: actor !== null,
    certification: {
      code: certification.code,
      title: certification.title,
      notice: certification.registrationNotice,
    },
    blocks: certification.blocks.map((block) => ({
      id: block.id,
      order: block.order,
      title: block.shortTitle,
      deliverable: block.exam.deliverable,
      oral: block.exam.oral,
      competencies: block.competencies.length,
    })),
  };
}

export default function HomeRoute() {
  return <Home {...useLoaderData<typeof loader>()} />;
}
