import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { loadDossier } from "~/features/dossier/dossier.server.ts";
import { DossierScreen } from "~/features/dossier/dossier-screen.tsx";
import { handIn } from "~/features/dossier/hand-in.server.ts";
import { paths } from "~/paths.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.kind ?? "Dossier"} · ${view?.block.id ?? ""} · Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  return loadDossier(access, new URL(args.request.url).searchParams);
}

const form = z.object({
  intent: z.literal("hand-in"),
  number: z.coerce.number().int().min(1).max(999_999),
  accepted: z.literal("on").optional(),
});

/** Hands the dossier in; refused with what is missing, and nothing is kept then. */
export async function action(args: ActionFunctionArgs) {
  const access = await requireWorkspace(args, "write");
  const sent = form.safeParse(Object.fromEntries(await args.request.formData()));
  if (!sent.success) throw new Response("Bad Request", { status: 400 });
  const { number, accepted } = sent.data;
  const kept = await handIn(access, number, accepted === "on");
  if (kept.ok) return redirect(paths.submission(access.workspace.id, kept.value));
  return data({ ok: false as const, message: kept.message }, { status: 422 });
}

export default function WorkspaceDossier() {
  return <DossierScreen view={useLoaderData<typeof loader>()} />;
}
