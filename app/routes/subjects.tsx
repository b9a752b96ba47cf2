import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readSubjects } from "~/features/catalogue/subjects.server.ts";
import { SubjectsScreen } from "~/features/catalogue/subjects-screen.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [
  { title: "Les sujets – Bloc à bloc" },
  {
    name: "description",
    content: "Des clients fictifs, leurs chiffres et leurs demandes, pour s’exercer bloc par bloc.",
  },
];

const query = z.string().max(40).nullable().catch(null);

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  return readSubjects(query.parse(new URL(args.request.url).searchParams.get("bloc")));
}

export default function Subjects() {
  return <SubjectsScreen {...useLoaderData<typeof loader>()} />;
}
