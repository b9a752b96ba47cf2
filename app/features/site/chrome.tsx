import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "~/paths.ts";
import { SiteFooter } from "~/ui/site-footer.tsx";
import { SiteHeader } from "~/ui/site-header.tsx";
import { type Theme, ThemeSwitch } from "~/ui/theme-switch.tsx";

export type SiteUser = { name: string; role: "learner" | "trainer" | "admin" } | null;

const links = [
  { to: paths.subjects(), label: "Sujets" },
  { to: paths.referential(), label: "Référentiel" },
  { to: paths.demo(), label: "Démonstration" },
];

const quietLinks = [
  { to: paths.about(), label: "À propos et données personnelles" },
  { to: paths.accessibility(), label: "Accessibilité" },
  { to: paths.receipts(), label: "Vérifier un reçu" },
];

/** The head and the foot of every page but the work screen. */
export function SiteChrome({
  user,
  theme,
  children,
}: {
  user: SiteUser;
  theme: Theme;
  children: ReactNode;
}) {
  const location = useLocation();
  return (
    <>
      <SiteHeader
        name="Bloc à bloc"
        home={paths.home()}
        links={user ? [...links, { to: paths.cohorts(), label: "Groupes" }] : links}
        personal={user ? { to: paths.account(), label: user.name } : null}
        action={
          user
            ? { to: paths.dashboard(), label: "Mon travail" }
            : { to: paths.signIn(), label: "Se connecter" }
        }
      />
      {children}
      <SiteFooter
        links={
          user?.role === "admin"
            ? [...quietLinks, { to: paths.outbox(), label: "Courriels envoyés" }]
            : quietLinks
        }
        statement={
          <>
            Bloc à bloc est un entraînement. Il ne délivre aucune certification, n’est lié ni au
            certificateur ni à France compétences, et ses critères comme son échelle sont les siens,
            non officiels.
          </>
        }
      >
        <ThemeSwitch
          theme={theme}
          action={paths.home()}
          back={`${location.pathname}${location.search}`}
        />
      </SiteFooter>
    </>
  );
}
