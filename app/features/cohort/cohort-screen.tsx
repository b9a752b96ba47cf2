import { Form, Link } from "@remix-run/react";
import { COHORT_NAME_MAX } from "~/domain/cohort.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Checkbox, TextField } from "~/ui/field.tsx";
import { formatDate, formatDateTime } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import type { CohortView } from "./cohorts.server.ts";

type Training = NonNullable<CohortView["training"]>;

/** A group: to its trainers, what was given and who is in it; to a learner, who may read them, and the way out. */
export function CohortScreen({ view, refused }: { view: CohortView; refused: string | null }) {
  return (
    <Page
      above={<Link to={paths.cohorts()}>Groupes</Link>}
      title={view.name}
      lead={`Équipe de formation\u00a0: ${view.trainers.join(", ") || "personne"}.`}
      width="wide"
    >
      <div role="alert">
        {refused ? (
          <Notice tone="danger" title="Cela n’a pas été fait" className="mb-6">
            <p>{refused}</p>
          </Notice>
        ) : null}
      </div>
      {view.archived ? (
        <Notice tone="info" title="Ce groupe est archivé" className="mb-6">
          <p>On n’y entre plus et on n’y donne plus rien. Ce qui a été donné se lit toujours.</p>
        </Notice>
      ) : null}
      {view.training ? <Trains view={view} training={view.training} /> : <Learns />}
    </Page>
  );
}

function Learns() {
  return (
    <>
      <p className="measure">
        Pour donner un travail à ce groupe, faites un dépôt depuis la page «{"\u00a0"}Dossier et
        contrôle{"\u00a0"}» de votre espace, puis choisissez «{"\u00a0"}Donner à un groupe{"\u00a0"}
        ».
      </p>
      <Disclosure summary="Quitter le groupe" className="mt-8">
        <p className="measure">
          L’équipe ne pourra plus lire les dépôts que vous lui aviez donnés. Ils restent dans vos
          espaces de travail.
        </p>
        <Form method="post" className="mt-4 flex flex-col items-start gap-4">
          <input type="hidden" name="intent" value="leave" />
          <Checkbox name="understood" label="J’ai compris, je quitte ce groupe." required />
          <Button type="submit" variant="danger">
            Quitter le groupe
          </Button>
        </Form>
      </Disclosure>
    </>
  );
}

function Trains({ view, training }: { view: CohortView; training: Training }) {
  const { pages } = training;
  return (
    <>
      <section aria-labelledby="depots">
        <h2 id="depots" className="font-title text-xl">
          Dépôts donnés au groupe
        </h2>
        <DataTable
          className="mt-3"
          caption="Dépôts donnés au groupe, du plus récent au plus ancien"
          hideCaption
          rowHeader="name"
          columns={[
            { key: "name", label: "Apprenant" },
            { key: "file", label: "Lire" },
            { key: "title", label: "Exercice" },
            { key: "number", label: "Dépôt", align: "end" },
            { key: "at", label: "Remis le" },
            { key: "words", label: "Mots", align: "end" },
          ]}
          rows={training.submissions.map((s) => ({
            name: s.name,
            title: `${s.block} · ${s.title}`,
            number: s.number,
            at: formatDateTime(s.at),
            words: s.words,
            file: (
              <a
                href={paths.cohortSubmission(view.id, s.id)}
                download
                aria-label={`PDF du dépôt n° ${s.number} de ${s.name}`}
              >
                PDF
              </a>
            ),
          }))}
          empty="Rien encore. Un apprenant donne un dépôt depuis son reçu, une fois son travail remis."
        />
        <Pages
          name="depots"
          page={pages.submissions}
          more={pages.moreSubmissions}
          of="des dépôts"
        />
      </section>

      <section aria-labelledby="personnes" className="mt-12">
        <h2 id="personnes" className="font-title text-xl">
          Personnes
        </h2>
        {view.archived ? null : (
          <p className="measure mt-1 text-muted text-pretty">
            Pour entrer, on tape ce code dans «{"\u00a0"}Groupes{"\u00a0"}», ou on suit{" "}
            <Link to={paths.join(training.code)}>le lien d’invitation</Link>
            {"\u00a0"}: <strong className="font-mono text-ink">{training.code}</strong>
          </p>
        )}
        <DataTable
          className="mt-3"
          caption="Personnes du groupe"
          hideCaption
          rowHeader="name"
          columns={[
            { key: "name", label: "Nom" },
            { key: "role", label: "Rôle" },
            { key: "at", label: "Depuis le" },
            { key: "out", label: "Retirer" },
          ]}
          rows={training.people.map((p) => ({
            name: p.name,
            role: p.role === "trainer" ? "forme" : "apprend",
            at: formatDate(p.at),
            out:
              p.role === "learner" ? (
                <Disclosure
                  summary={
                    <>
                      Retirer<span className="sr-only"> {p.name}</span>
                    </>
                  }
                >
                  <Form method="post">
                    <input type="hidden" name="intent" value="remove" />
                    <input type="hidden" name="person" value={p.id} />
                    <Button type="submit" size="s" variant="danger">
                      Retirer, avec ses dépôts
                    </Button>
                  </Form>
                </Disclosure>
              ) : null,
          }))}
        />
        <Pages name="personnes" page={pages.people} more={pages.morePeople} of="des personnes" />
      </section>

      <Disclosure summary="Réglages du groupe" className="mt-12">
        <Form method="post" className="flex max-w-md flex-col items-start gap-4">
          <input type="hidden" name="intent" value="rename" />
          <TextField
            label="Nom du groupe"
            name="name"
            defaultValue={view.name}
            maxLength={COHORT_NAME_MAX}
            autoComplete="off"
            required
          />
          <Button type="submit">Renommer</Button>
        </Form>
        <div className="mt-6 flex flex-wrap gap-3">
          <Setting intent="new-code" label="Changer le code (l’ancien ne marchera plus)" />
          {view.archived ? (
            <Setting intent="reopen" label="Rouvrir le groupe" />
          ) : (
            <Setting intent="archive" label="Archiver le groupe" />
          )}
        </div>
      </Disclosure>
    </>
  );
}

function Setting({ intent, label }: { intent: string; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button type="submit">{label}</Button>
    </Form>
  );
}

/** The way to the next and the previous page of one of the two lists. */
function Pages({
  name,
  page,
  more,
  of,
}: {
  name: string;
  page: number;
  more: boolean;
  of: string;
}) {
  if (page === 1 && !more) return null;
  const to = (n: number) => `?${new URLSearchParams({ [name]: String(n) })}`;
  return (
    <nav aria-label={`Pages ${of}`} className="mt-3 flex gap-6">
      {page > 1 ? <Link to={to(page - 1)}>Page précédente</Link> : null}
      {more ? <Link to={to(page + 1)}>Page suivante</Link> : null}
    </nav>
  );
}
