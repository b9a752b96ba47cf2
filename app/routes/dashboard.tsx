import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadDashboard, pageNumber } from "~/features/dashboard/dashboard.server.ts";
import { DashboardScreen } from "~/features/dashboard/dashboard-screen.tsx";
import { requireActor } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Tableau de bord – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return loadDashboard(actor.id, pageNumber(new URL(args.request.url).searchParams));
}

export default function Dashboard() {
  return <DashboardScreen view={useLoaderData<typeof loader>()} />;
}
