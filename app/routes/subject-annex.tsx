import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readAnnexPage } from "~/features/catalogue/annex.server.ts";
import { AnnexScreen } from "~/features/catalogue/annex-screen.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.annex.title} – ${data.annex.subject.title}` : "Annexe introuvable" },
];

const address = z.object({ slug: z.string(), annex: z.string() });

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  const { slug, annex } = address.parse(args.params);
  return { annex: await readAnnexPage(slug, annex, new URL(args.request.url).searchParams) };
}

export default function SubjectAnnex() {
  return <AnnexScreen {...useLoaderData<typeof loader>()} />;
}
