import { Form, Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button, buttonClass } from "~/ui/button.tsx";
import { formatCount, formatDateTime, formatNumber, formatWords } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";

export type SubmissionScreenProps = {
  workspaceId: string;
  number: number;
  attempt: number;
  code: string;
  sha256: string;
  words: number;
  /** Advice of the « contrôle » that the person read and let stand. */
  remarks: number;
  at: string;
  bytes: number;
  kind: string;
  /** Groups of the author, with when this hand-in was given to each. */
  cohorts: { id: string; name: string; at: string | null }[];
};

/** One hand-in: its receipt, to print or to send, and its sealed files. */
export function SubmissionScreen(props: SubmissionScreenProps) {
  const { workspaceId, number, code, sha256, words, remarks, at } = props;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-4 lg:px-8 lg:pt-7">
      <p className="text-s print:hidden">
        <Link to={paths.dossier(workspaceId)}>Revenir au dossier</Link>
      </p>
      <h1 className="mt-2 font-title text-2xl">Dépôt n°{`\u00a0${number}`}</h1>
      <p className="measure mt-1 text-muted text-pretty">
        {props.kind} tel que vous l’avez remis le {formatDateTime(at)}. Ce dépôt ne change plus
        {"\u202f"}; ce que vous écrivez depuis ira dans le prochain.
      </p>

      <section aria-labelledby="recu" className="mt-6">
        <h2 id="recu" className="font-title text-xl">
          Reçu
        </h2>
        <ReceiptFacts
          facts={[
            [
              "Code du reçu",
              <span key="code" className="font-mono text-l">
                {code}
              </span>,
            ],
            ["Remis le", `${formatDateTime(at)} (heure de Paris)`],
            ["Longueur", formatWords(words)],
            [
              "Contrôle",
              remarks === 0 ? "aucun conseil" : formatCount(remarks, "conseil lu", "conseils lus"),
            ],
            ["Tentative", formatNumber(props.attempt)],
            [
              "Empreinte SHA-256",
              <span key="sha" className="font-mono break-all">
                {sha256}
              </span>,
            ],
          ]}
        />
        <p className="measure mt-4 text-pretty">
          Avec ce code, toute personne à qui vous le donnez peut vérifier la date et l’empreinte sur{" "}
          <Link to={paths.receipt(code)}>la page de vérification</Link>. Elle n’y voit ni votre nom
          ni votre texte.
        </p>
      </section>

      {props.cohorts.length > 0 ? <Give {...props} /> : null}

      <section aria-labelledby="fichiers" className="mt-8 print:hidden">
        <h2 id="fichiers" className="font-title text-xl">
          Fichiers du dépôt
        </h2>
        <ul className="mt-3 flex flex-wrap gap-3">
          <li>
            <a
              href={paths.submissionPdf(workspaceId, number)}
              download
              className={buttonClass("primary")}
            >
              <Icon name="download" size={20} />
              PDF du dépôt
            </a>
          </li>
          <li>
            <a
              href={paths.submissionSnapshot(workspaceId, number)}
              download
              className={buttonClass("secondary")}
            >
              <Icon name="download" size={20} />
              Instantané scellé (JSON, {formatNumber(Math.ceil(props.bytes / 1000))}
              {"\u00a0"}ko)
            </a>
          </li>
        </ul>
        <p className="measure mt-3 text-s text-muted text-pretty">
          L’empreinte est celle de l’instantané, octet pour octet. Le PDF en est la lecture
          {"\u00a0"}: il peut être refait à tout moment à partir de lui.
        </p>
      </section>
    </div>
  );
}

/** The author's groups: what each was given, and the button that gives. */
function Give({ cohorts, number }: SubmissionScreenProps) {
  return (
    <section aria-labelledby="groupes" className="mt-8 print:hidden">
      <h2 id="groupes" className="font-title text-xl">
        Donner à un groupe
      </h2>
      <p className="measure mt-1 text-muted text-pretty">
        L’équipe de formation du groupe pourra lire ce dépôt, et lui seul{"\u00a0"}: ni votre espace
        de travail, ni ce que vous écrirez ensuite.
      </p>
      <ul className="mt-3 border-t border-line">
        {cohorts.map(({ id, name, at }) => (
          <li
            key={id}
            className="flex min-h-11 flex-wrap items-center justify-between gap-3 border-b border-line py-2"
          >
            <span>{name}</span>
            {at ? (
              <span className="text-muted">Donné le {formatDateTime(at)}</span>
            ) : (
              <Form method="post">
                <input type="hidden" name="cohort" value={id} />
                <Button
                  type="submit"
                  size="s"
                  aria-label={`Donner le dépôt n° ${number} à ${name}`}
                >
                  Donner ce dépôt
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
