import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { formatNumber } from "~/ui/french.ts";
import { Page } from "~/ui/page.tsx";
import type { SubjectsView } from "./subjects.server.ts";

/** The catalogue: choose a block, then a client. */
export function SubjectsScreen({ blocks, chosen, subjects }: SubjectsView) {
  return (
    <Page
      title="Les sujets"
      width="wide"
      lead="Chaque sujet est un client fictif qui vous écrit, avec ses chiffres, ses concurrents et ce qu’il ne dit pas tout de suite. Choisissez le bloc que vous voulez travailler."
    >
      <nav aria-label="Choisir un bloc" className="mb-8">
        <ul className="flex flex-wrap gap-2">
          <Choice to={paths.subjects()} current={chosen === null}>
            Tous les blocs
          </Choice>
          {blocks.map((block) => (
            <Choice
              key={block.id}
              to={`${paths.subjects()}?${new URLSearchParams({ bloc: block.id })}`}
              current={chosen === block.id}
            >
              <BlockMark order={block.order} size={14} />
              {block.id} · {block.shortTitle}
            </Choice>
          ))}
        </ul>
      </nav>

      {subjects.length === 0 ? (
        <p>
          Aucun sujet n’exerce encore ce bloc.{" "}
          <Link to={paths.subjects()}>Voir tous les sujets</Link>
        </p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {subjects.map((subject) => (
            <li
              key={subject.slug}
              className="grid gap-x-8 gap-y-2 py-7 md:grid-cols-[minmax(0,1fr)_19rem]"
            >
              <div>
                <h2 className="font-title text-xl text-balance">
                  <Link to={paths.subject(subject.slug)}>{subject.title}</Link>
                </h2>
                <p className="measure mt-2">{subject.pitch}</p>
              </div>
              <dl className="grid content-start gap-x-4 text-s">
                <Fact name="Bloc">
                  <BlockMark order={subject.block.order} size={13} className="mr-1.5" />
                  {subject.block.id} · {subject.block.shortTitle}
                </Fact>
                <Fact name="Client">
                  {subject.client}, {subject.sector}
                </Fact>
                <Fact name="Travail">
                  environ {formatNumber(subject.hours)}
                  {"\u00a0"}h, niveau {subject.difficulty}
                </Fact>
                <Fact name="Rendu">
                  {subject.oral ? "un dossier, puis l’oral" : "un pack de contenus, sans oral"}
                </Fact>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Choice({ to, current, children }: { to: string; current: boolean; children: ReactNode }) {
  return (
    <li>
      <Link
        to={to}
        preventScrollReset
        aria-current={current ? "page" : undefined}
        className={classNames(
          "inline-flex min-h-11 items-center gap-2 rounded-m border px-3 py-1.5 text-s no-underline",
          current
            ? "border-2 border-ink bg-surface font-semibold text-ink"
            : "border-strong text-ink hover:border-ink hover:bg-sunken",
        )}
      >
        {children}
      </Link>
    </li>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2 py-0.5">
      <dt className="w-16 shrink-0 text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
