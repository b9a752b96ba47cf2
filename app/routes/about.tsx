import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textProvider } from "~/ai/provider.server.ts";
import { defaultCertification } from "~/content/load.server.ts";
import { About } from "~/features/site/about.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [
  { title: "À propos et données personnelles – Bloc à bloc" },
];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "referential" });
  const { code, title, registrationNotice, scale, certifier, source } = defaultCertification();
  return {
    certification: {
      code,
      title,
      notice: registrationNotice,
      scaleNote: scale.note,
      certifier: certifier.tradeName,
      source,
    },
    outsideModel: !textProvider().offline,
  };
}

export default function AboutRoute() {
  return <About {...useLoaderData<typeof loader>()} />;
}
