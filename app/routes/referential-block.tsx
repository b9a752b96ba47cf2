import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BlockScreen } from "~/features/catalogue/block-screen.tsx";
import { readBlock } from "~/features/catalogue/referential.server.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data ? `${data.block.id} · ${data.block.shortTitle} – Bloc à bloc` : "Bloc introuvable",
  },
];

const address = z.object({ block: z.string() });

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "referential" });
  return readBlock(address.parse(args.params).block);
}

export default function ReferentialBlock() {
  return <BlockScreen {...useLoaderData<typeof loader>()} />;
}
