import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import "./app.css";
import { SiteChrome } from "~/features/site/chrome.tsx";
import { ErrorPage, errorTitle } from "~/features/site/error-page.tsx";
import { saveTheme, themeOf } from "~/features/site/theme.server.ts";
import { actorOf, authorize } from "~/platform/guard.server.ts";
import { ResponseContext } from "~/ui/response-context.ts";
import textFont from "./fonts/atkinson-hyperlegible-next.woff2?url";
import titleFont from "./fonts/bricolage-grotesque-title.woff2?url";

export const links: LinksFunction = () => [
  ...[textFont, titleFont].map((href) => ({
    rel: "preload",
    as: "font" as const,
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
    href,
  })),
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
  { rel: "icon", sizes: "32x32", href: "/favicon.ico" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
];

/** The title where no screen gives one: an error, or a page that has none of its own. */
export const meta: MetaFunction = ({ error }) => [
  { title: error ? `${errorTitle(error)} – Bloc à bloc` : "Bloc à bloc" },
];

/** Who is here and which theme they chose; nothing else, because every page asks it. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = await actorOf(args);
  return {
    user: actor ? { id: actor.id, name: actor.name, role: actor.role } : null,
    theme: themeOf(args.request),
  };
}

/** The theme switch posts here from any page. */
export async function action(args: ActionFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  return saveTheme(args.request);
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useContext(ResponseContext);
  const data = useRouteLoaderData<typeof loader>("root");
  const theme = data?.theme ?? "system";
  return (
    <html
      lang="fr"
      data-theme={theme === "system" ? undefined : theme}
      // Whose drafts this device may show: see ui/kept-text.ts.
      data-person={data?.user?.id}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf6ee" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#16130f" />
        {import.meta.env.DEV ? (
          <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        ) : null}
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#contenu"
          className="sr-only bg-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-3"
        >
          Aller au contenu
        </a>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const ownChrome = useMatches().some(
    (match) => (match.handle as { chrome?: string } | undefined)?.chrome === "workspace",
  );
  const data = useRouteLoaderData<typeof loader>("root");
  if (ownChrome) return <Outlet />;
  return (
    <SiteChrome user={data?.user ?? null} theme={data?.theme ?? "system"}>
      <Outlet />
    </SiteChrome>
  );
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("root");
  return (
    <SiteChrome user={data?.user ?? null} theme={data?.theme ?? "system"}>
      <ErrorPage />
    </SiteChrome>
  );
}
