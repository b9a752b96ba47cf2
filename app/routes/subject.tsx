import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubjectScreen } from "~/features/catalogue/subject-screen.tsx";
import { readSubjectPage } from "~/features/catalogue/subjects.server.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.subject.title} – Bloc à bloc` : "Sujet introuvable" },
  { name: "description", content: data?.subject.pitch ?? "" },
];

const address = z.object({ slug: z.string() });

export async function loader(args: LoaderFunctionArgs) {
  const actor = await authorize(args, "read", { kind: "catalogue" });
  const subject = await readSubjectPage(address.parse(args.params).slug);
  return { subject, signedIn: actor !== null };
}

export default function SubjectRoute() {
  return <SubjectScreen {...useLoaderData<typeof loader>()} />;
}
