import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReceiptCode } from "~/domain/submission.ts";
import { FindReceiptScreen } from "~/features/dossier/receipt-screen.tsx";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Vérifier un reçu – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "receipt" });
  const typed = new URL(args.request.url).searchParams.get("code");
  const code = typed === null ? null : readReceiptCode(typed);
  if (code) throw redirect(paths.receipt(code));
  return { typed };
}

export default function Receipts() {
  return <FindReceiptScreen {...useLoaderData<typeof loader>()} />;
}
