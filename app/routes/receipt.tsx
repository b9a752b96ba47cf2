import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readReceipt } from "~/features/dossier/hand-in.server.ts";
import { FindReceiptScreen, ReceiptScreen } from "~/features/dossier/receipt-screen.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [
  { title: "Reçu de dépôt – Bloc à bloc" },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "receipt" });
  const typed = args.params.code ?? "";
  const digest = new URL(args.request.url).searchParams.get("empreinte");
  return { typed, receipt: await readReceipt(typed, digest, args.context.ip) };
}

export default function Receipt() {
  const { typed, receipt } = useLoaderData<typeof loader>();
  return receipt ? (
    <ReceiptScreen key={receipt.digest} {...receipt} />
  ) : (
    <FindReceiptScreen typed={typed} unknown />
  );
}
