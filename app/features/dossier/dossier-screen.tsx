import { paths } from "~/paths.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatNumber, formatWords } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import { LinkTabs } from "~/ui/tabs.tsx";
import { CheckList } from "./check-list.tsx";
import { ExportLinks } from "./export-links.tsx";
import { HandIn } from "./hand-in.tsx";
import { PackLink } from "./pack-link.tsx";
import { Reading } from "./reading.tsx";
import type { DossierView } from "./view.ts";

/** The page of the dossier: what is missing, how it reads, and the files. */
export function DossierScreen({ view }: { view: DossierView }) {
  const here = paths.dossier(view.workspaceId);
  const empty = view.words === 0;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-4 lg:px-8 lg:pt-7">
      <header className="print:hidden">
        <p className="text-s text-muted">
          {view.block.id} · {view.block.title}
        </p>
        <h1 className="mt-0.5 font-title text-2xl text-balance">
          {view.oral ? "Votre dossier" : "Votre pack de contenus"}
        </h1>
        <p className="measure mt-1 text-muted text-pretty">
          {view.oral
            ? "Tout ce que vous avez écrit, dans l’ordre que le jury lira. Le contrôle dit ce qui manque\u202f; il observe, il ne note pas."
            : "Vos contenus, leurs prompts et le relevé d’usage de l’IA, réunis. Cet exercice n’a pas d’oral\u00a0: le pack se suffit. Le contrôle observe, il ne note pas."}
        </p>
      </header>

      {view.refused ? (
        <Notice tone="danger" title="L’export n’a pas abouti" className="mt-6 print:hidden">
          <p>{view.refused}</p>
        </Notice>
      ) : null}

      {empty ? (
        <EmptyDossier view={view} />
      ) : (
        <section aria-labelledby="exports" className="mt-6 print:hidden">
          <h2 id="exports" className="font-title text-xl">
            Exporter
          </h2>
          <p className="mt-1 text-muted">
            {formatWords(view.words)} écrits, {formatNumber(view.written)} partie
            {view.written < 2 ? "" : "s"} sur {formatNumber(view.planned)} commencée
            {view.written < 2 ? "" : "s"}. Vous pouvez exporter à tout moment, même inachevé.
          </p>
          {view.pack ? <PackLink workspaceId={view.workspaceId} pack={view.pack} /> : null}
          <ExportLinks workspaceId={view.workspaceId} secondary={view.pack !== null} />
        </section>
      )}
      {empty ? null : <HandIn view={view} />}

      {empty ? (
        <Disclosure
          summary="Voir dès maintenant ce que le contrôle regardera"
          className="mt-8 print:hidden"
        >
          <CheckList check={view.check} />
        </Disclosure>
      ) : (
        <>
          <LinkTabs
            label="Vues du dossier"
            className="mt-8 print:hidden"
            items={[
              { to: here, label: "Contrôle", current: view.reading === null },
              { to: `${here}?vue=lecture`, label: "Lecture", current: view.reading !== null },
            ]}
          />
          {view.reading ? (
            <Reading reading={view.reading} workspaceId={view.workspaceId} kind={view.kind} />
          ) : (
            <CheckList check={view.check} />
          )}
        </>
      )}
    </div>
  );
}

/** Nothing is written yet: says how a dossier comes about. */
function EmptyDossier({ view }: { view: DossierView }) {
  return (
    <section aria-labelledby="vide" className="mt-6 rounded-m bg-sunken p-5 sm:p-6 print:hidden">
      <h2 id="vide" className="font-title text-xl">
        {view.oral ? "Le dossier s’écrit étape par étape" : "Le pack s’écrit étape par étape"}
      </h2>
      <ol className="measure mt-3 flex list-decimal flex-col gap-2 pl-5">
        <li>
          Chaque étape du parcours ouvre une ou plusieurs parties{"\u00a0"}: ce que vous y écrivez
          arrive ici tout seul.
        </li>
        <li>
          Les outils donnent des figures (transcription, tableau, diagramme){"\u00a0"}: insérez-les
          dans le texte, elles seront numérotées.
        </li>
        <li>
          {view.oral
            ? "L’auto-évaluation relie chaque compétence à ses preuves\u00a0: c’est le tableau que le jury regarde en premier."
            : "L’auto-évaluation relie chaque compétence à ses preuves\u00a0: c’est le tableau par lequel la relecture de votre pack commence."}
        </li>
      </ol>
      <LinkButton to={view.start} variant="primary" className="mt-5">
        Commencer par la première étape
      </LinkButton>
    </section>
  );
}
