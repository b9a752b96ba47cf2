import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Page } from "~/ui/page.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { Resume } from "./resume.tsx";
import type { DashboardView } from "./summary.ts";
import { WorkspaceList } from "./workspace-list.tsx";

/** The first screen of somebody at work: go on, choose another, see where one stands. */
export function DashboardScreen({ view }: { view: DashboardView }) {
  if (view.workspaces.length === 0 && view.page === 1) return <FirstTime />;
  return (
    <Page title="Tableau de bord" width="wide">
      {view.resume ? <Resume workspace={view.resume} /> : null}
      <section aria-labelledby="espaces" className="mt-12">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id="espaces" className="font-title text-xl">
            Vos espaces de travail
          </h2>
          <Link to={paths.subjects()}>Commencer un autre sujet</Link>
        </div>
        {view.workspaces.length > 0 ? (
          <WorkspaceList workspaces={view.workspaces} />
        ) : (
          <p className="mt-4">
            Cette page est vide. <Link to={paths.dashboard()}>Revenir au début de la liste</Link>
          </p>
        )}
        <Pages page={view.page} hasNext={view.hasNext} />
      </section>
      {view.ledger ? <LedgerTable ledger={view.ledger} certification={view.certification} /> : null}
    </Page>
  );
}

/** Nothing yet: what this is for, and how it goes. */
function FirstTime() {
  return (
    <Page
      title="Tableau de bord"
      lead={`Vous retrouverez ici vos espaces de travail. Un espace, c’est votre travail sur un sujet simulé\u00A0: un client, une demande, des étapes, un dossier.`}
    >
      <ol className="measure flex list-decimal flex-col gap-3 pl-6 marker:font-semibold">
        <li>
          <strong>Choisissez un sujet.</strong> Chacun exerce un bloc de la certification.
        </li>
        <li>
          <strong>Suivez les étapes.</strong> L’espace dit toujours quoi faire ensuite, et
          enregistre ce que vous écrivez au fur et à mesure.
        </li>
        <li>
          <strong>Évaluez-vous, puis exportez.</strong> Un niveau et une preuve par compétence, et
          votre dossier en PDF.
        </li>
      </ol>
      <p className="mt-8 flex flex-wrap items-center gap-4">
        <LinkButton to={paths.subjects()} variant="primary">
          Choisir un premier sujet
        </LinkButton>
        <Link to={paths.demo()}>Essayer d’abord un outil</Link>
      </p>
    </Page>
  );
}

function Pages({ page, hasNext }: { page: number; hasNext: boolean }) {
  if (page === 1 && !hasNext) return null;
  const to = (n: number) => (n === 1 ? paths.dashboard() : `${paths.dashboard()}?page=${n}`);
  return (
    <nav aria-label="Pages de la liste" className="mt-4 flex items-center gap-6">
      {page > 1 ? (
        <Link to={to(page - 1)} rel="prev">
          Page précédente
        </Link>
      ) : null}
      <span className="text-muted">Page {page}</span>
      {hasNext ? (
        <Link to={to(page + 1)} rel="next">
          Page suivante
        </Link>
      ) : null}
    </nav>
  );
}
