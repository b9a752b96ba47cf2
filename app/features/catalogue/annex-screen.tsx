import { Form, Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button, buttonClass, LinkButton } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { TextField } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import type { AnnexView } from "./annex.server.ts";
import { annexSearch } from "./annex-query.ts";
import { AnnexTable } from "./annex-table.tsx";

/** One annex: a warning when it is due, then the table or the text, and the file to take away. */
export function AnnexScreen({ annex }: { annex: AnnexView }) {
  return (
    <Page
      width="wide"
      above={
        annex.offered ? (
          <Link to={`${paths.subject(annex.subject.slug)}#annexes`}>{annex.subject.title}</Link>
        ) : (
          annex.subject.title
        )
      }
      title={annex.title}
      lead={annex.description}
    >
      {annex.newer ? (
        <Notice tone="info" className="mb-8">
          <p className="measure">
            Cette annexe est celle de la version {annex.version} du sujet, que garde un espace de
            travail déjà commencé. Le sujet a changé depuis{"\u00a0: "}
            <Link to={paths.annex(annex.subject.slug, annex.id)}>version {annex.newer}</Link>.
          </p>
        </Notice>
      ) : null}
      {annex.warning ? (
        <Notice tone="warning" title="Contenus sensibles" className="mb-8">
          <p className="measure">{annex.warning}</p>
          {annex.kind === "hidden" ? (
            <p className="mt-4">
              <LinkButton
                to={annexSearch({ ...annex.query, revealed: true })}
                variant="secondary"
                rel="nofollow"
              >
                Afficher l’annexe
              </LinkButton>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {annex.kind === "text" ? (
        <pre className="max-w-[75ch] overflow-x-auto whitespace-pre-wrap border border-line bg-surface p-5 font-mono text-s">
          {annex.text}
        </pre>
      ) : null}
      {annex.kind === "table" ? <Table annex={annex} /> : null}
      {annex.kind === "hidden" ? null : <Download annex={annex} />}
    </Page>
  );
}

function Table({ annex }: { annex: Extract<AnnexView, { kind: "table" }> }) {
  const { query } = annex;
  return (
    <>
      <Form method="get" className="mb-4 flex flex-wrap items-end gap-3" preventScrollReset>
        <TextField
          label="Filtrer les lignes"
          name="filtre"
          type="search"
          defaultValue={query.filter}
          key={query.filter}
          className="w-full max-w-sm"
          hint="Un ou plusieurs mots, cherchés dans toutes les colonnes."
        />
        {query.sort ? (
          <>
            <input type="hidden" name="tri" value={query.sort} />
            <input type="hidden" name="ordre" value={query.order} />
          </>
        ) : null}
        {query.revealed ? <input type="hidden" name="afficher" value="oui" /> : null}
        {query.version ? <input type="hidden" name="version" value={query.version} /> : null}
        <Button type="submit">Filtrer</Button>
        {query.filter ? (
          <Link to={annexSearch({ ...query, filter: "", page: 1 }) || "."} preventScrollReset>
            Effacer le filtre
          </Link>
        ) : null}
      </Form>
      <AnnexTable annex={annex} />
      <ColumnsHelp columns={annex.columns} />
    </>
  );
}

function ColumnsHelp({ columns }: { columns: { key: string; label: string; help?: string }[] }) {
  const explained = columns.filter((c) => c.help);
  if (explained.length === 0) return null;
  return (
    <Disclosure summary="Ce que mesurent les colonnes" className="mt-6">
      <dl className="measure grid gap-x-6 gap-y-2 sm:grid-cols-[14rem_1fr]">
        {explained.map((column) => (
          <div key={column.key} className="contents">
            <dt className="font-semibold">{column.label}</dt>
            <dd>{column.help}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function Download({ annex }: { annex: AnnexView }) {
  return (
    <p className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2">
      <a
        href={paths.annexDownload(annex.subject.slug, annex.id, annex.version)}
        download
        className={buttonClass("secondary")}
      >
        <Icon name="download" size={18} />
        {annex.kind === "table" ? "Télécharger le tableau (CSV)" : "Télécharger le texte"}
      </a>
      {annex.kind === "table" ? (
        <span className="text-muted text-s">
          Toutes les lignes, prêtes pour un tableur. Les cellules qui ressemblent à une formule sont
          précédées d’une apostrophe.
        </span>
      ) : null}
    </p>
  );
}
