import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { annexFile } from "~/features/catalogue/annex.server.ts";
import { authorize } from "~/platform/guard.server.ts";

const address = z.object({ slug: z.string(), annex: z.string() });

/** The annex as a file. */
export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  const { slug, annex } = address.parse(args.params);
  return annexFile(slug, annex, new URL(args.request.url).searchParams);
}
