import { Form, Link } from "@remix-run/react";
import type { DocNode } from "~/domain/document.ts";
import { listFigures } from "~/domain/document-text.ts";
import type { Figure } from "~/domain/figure.ts";
import { RevisionDiff } from "~/editor/revision-diff.tsx";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { classNames } from "~/ui/class-names.ts";
import { formatDateTime, formatNumber } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";

/** `origin`: how the version came to be, e.g. « depuis Firefox sur Windows ». */
export type RevisionLine = { version: number; savedAt: string; words: number; origin: string };

export type RevisionsScreenProps = {
  workspaceId: string;
  section: { key: string; title: string; step: string };
  revisions: RevisionLine[];
  /** Version before which older ones are listed, when there are more. */
  older: number | null;
  chosen: { version: number; savedAt: string; doc: DocNode; before: DocNode | null } | null;
  current: number;
  /** What the figures of the workspace show today; a version keeps their place, not their picture. */
  figures: readonly Figure[];
  restored: boolean;
};

/** Every kept version of a section: what changed in each, and the way back to it. */
export function RevisionsScreen(props: RevisionsScreenProps) {
  const { workspaceId, section, chosen } = props;
  const here = paths.revisions(workspaceId, section.key);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 pt-6 lg:px-8 lg:pt-10">
      <p className="text-s">
        <Link to={`${paths.step(workspaceId, section.step)}?vue=${section.key}`}>
          Revenir à la rédaction
        </Link>
      </p>
      <h1 className="mt-2 font-title text-2xl">Versions de « {section.title} »</h1>
      <p className="measure mt-2 text-muted">
        Chaque moment d’écriture est gardé. Restaurer une version n’efface rien{"\u00a0"}: elle
        devient la plus récente, et celle d’aujourd’hui reste dans la liste.
      </p>
      {props.restored ? (
        <Notice tone="success" role="status" className="mt-4">
          La version a été restaurée.
        </Notice>
      ) : null}
      {props.revisions.length === 0 ? (
        <p className="mt-8">
          Rien n’a encore été enregistré dans cette partie. La première version apparaîtra dès que
          vous aurez écrit.
        </p>
      ) : (
        <div className="mt-8 grid gap-8 md:grid-cols-[15rem_minmax(0,1fr)]">
          <nav aria-label="Versions" className="max-md:max-h-80 max-md:overflow-y-auto">
            <ol className="flex flex-col">
              {props.revisions.map((revision) => (
                <li key={revision.version}>
                  <Link
                    to={`${here}?version=${revision.version}`}
                    preventScrollReset
                    aria-current={revision.version === chosen?.version ? "true" : undefined}
                    className={classNames(
                      "block rounded-m px-3 py-2 text-ink no-underline hover:bg-sunken",
                      revision.version === chosen?.version && "bg-sunken font-semibold",
                    )}
                  >
                    {formatDateTime(revision.savedAt)}
                    <span className="block text-s font-normal text-muted">
                      {`${formatNumber(revision.words)} ${revision.words < 2 ? "mot" : "mots"}`}
                      {revision.version === props.current ? " · version actuelle" : ""}
                    </span>
                    <span className="block text-s font-normal text-muted">{revision.origin}</span>
                  </Link>
                </li>
              ))}
            </ol>
            {props.older !== null ? (
              <p className="mt-3 px-3 text-s">
                <Link to={`${here}?avant=${props.older}`}>Versions plus anciennes</Link>
              </p>
            ) : null}
          </nav>
          {chosen ? (
            <section aria-labelledby="chosen-title" className="min-w-0">
              <div className="flex flex-wrap items-center justify-between gap-3">
                <h2 id="chosen-title" className="font-title text-l">
                  {formatDateTime(chosen.savedAt)}
                </h2>
                {chosen.version === props.current ? null : (
                  <Form method="post">
                    <input type="hidden" name="version" value={chosen.version} />
                    <input type="hidden" name="current" value={props.current} />
                    <Button type="submit" variant="primary" size="s">
                      Restaurer cette version
                    </Button>
                  </Form>
                )}
              </div>
              <p className="mt-1 text-s text-muted">
                {chosen.before
                  ? "Comparée à la version précédente."
                  : "Première version gardée de cette partie."}
                {listFigures(chosen.doc).length > 0
                  ? " Les figures montrent ce que vos outils donnent aujourd’hui."
                  : ""}
              </p>
              <div className="mt-4 rounded-m border border-line bg-surface p-5">
                <RevisionDiff
                  before={chosen.before ?? { type: "doc", content: [] }}
                  after={chosen.doc}
                  figures={props.figures}
                  imagePath={(assetId) => paths.image(workspaceId, assetId)}
                />
              </div>
            </section>
          ) : null}
        </div>
      )}
    </div>
  );
}
