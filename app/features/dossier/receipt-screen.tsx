import { Form, Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { formatDateTime, formatWords } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import { ReceiptFacts } from "./receipt-facts.tsx";

/** Asks for the code of a receipt. */
export function FindReceiptScreen({
  typed,
  unknown = false,
}: {
  typed: string | null;
  /** The code has the right form, but no receipt has it. */
  unknown?: boolean;
}) {
  return (
    <Page
      title="Vérifier un reçu"
      lead="Un dépôt fait sur Bloc à bloc porte un code. Il dit quand le travail a été remis, et si un fichier est bien celui du dépôt."
    >
      <Form method="get" action={paths.receipts()} className="flex max-w-md flex-col gap-4">
        <TextField
          label="Code du reçu"
          name="code"
          defaultValue={typed ?? ""}
          hint={"Douze lettres et chiffres, par exemple 7KQ2-M9TX-4HBD."}
          error={
            unknown
              ? "Aucun reçu ne porte ce code. Vérifiez-le sur le reçu\u00a0; un compte effacé emporte ses reçus."
              : typed !== null
                ? "Ce n’est pas un code de reçu\u00a0: il en compte douze signes, sans 0, 1, I, L ni O."
                : undefined
          }
          autoComplete="off"
          required
        />
        <Button type="submit" variant="primary" className="self-start">
          Vérifier
        </Button>
      </Form>
    </Page>
  );
}

export type ReceiptScreenProps = {
  code: string;
  number: number;
  sha256: string;
  words: number;
  title: string;
  block: string;
  at: string;
  digest: string | null;
  comparison: "same" | "different" | "malformed" | null;
};

/** A receipt as anyone who holds its code sees it, and whether a file is the one that was handed in. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  // Without script the picker could do nothing: it comes with the script. The digest can be typed without.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const [reading, setReading] = useState<string | null>(null);
  const [digest, setDigest] = useState(props.digest ?? "");
  const [found, setFound] = useState<ReceiptScreenProps["comparison"]>(props.comparison);

  async function readFile(file: File | undefined) {
    if (!file) return;
    setReading("Lecture du fichier…");
    setFound(null);
    try {
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      setDigest(hex);
      setFound(hex === props.sha256 ? "same" : "different");
      setReading(null);
    } catch {
      setReading("Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.");
    }
  }

  return (
    <Page
      above={<Link to={paths.receipts()}>Vérifier un autre reçu</Link>}
      title="Reçu de dépôt"
      lead={
        "Ce reçu est authentique\u00a0: il a été donné par Bloc à bloc au moment du dépôt. Il ne dit rien de la qualité du travail, et ne vaut pas certification."
      }
    >
      <ReceiptFacts
        facts={[
          [
            "Code",
            <span key="code" className="font-mono">
              {props.code}
            </span>,
          ],
          ["Exercice", props.title],
          ["Bloc", props.block],
          ["Dépôt", `n°\u00a0${props.number}`],
          ["Remis le", `${formatDateTime(props.at)} (heure de Paris)`],
          ["Longueur", formatWords(props.words)],
          [
            "Empreinte SHA-256",
            <span key="sha" className="font-mono break-all">
              {props.sha256}
            </span>,
          ],
        ]}
      />
      <section aria-labelledby="comparer" className="mt-10">
        <h2 id="comparer" className="font-title text-xl">
          Comparer avec un instantané
        </h2>
        <p className="measure mt-1 text-muted text-pretty">
          L’auteur du dépôt peut télécharger l’instantané scellé (un fichier JSON) et vous
          l’envoyer.{" "}
          {ready
            ? "Choisissez ce fichier\u00a0: il est lu par votre navigateur et n’est pas envoyé."
            : "Calculez l’empreinte SHA-256 de ce fichier et collez-la ici."}
        </p>
        <div className="mt-4 flex max-w-2xl flex-col gap-4">
          {ready ? (
            <TextField
              label="Fichier à comparer"
              name="fichier"
              required={false}
              type="file"
              accept="application/json,.json"
              onChange={(event) => readFile(event.currentTarget.files?.[0])}
            />
          ) : null}
          <Form method="get" className="flex flex-col gap-4">
            <TextField
              label={ready ? "Ou son empreinte SHA-256" : "Empreinte SHA-256 à comparer"}
              name="empreinte"
              value={digest}
              onChange={(event) => setDigest(event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" className="self-start">
              Comparer les empreintes
            </Button>
          </Form>
        </div>
        <div role="status" className="mt-4">
          {reading ? <p>{reading}</p> : null}
          {found === "same" ? (
            <Notice tone="success">
              C’est le même{"\u00a0"}: cette empreinte est celle du dépôt, rien n’a été modifié.
            </Notice>
          ) : null}
          {found === "different" ? (
            <Notice tone="warning">
              Ce n’est pas le même{"\u00a0"}: l’empreinte diffère de celle du dépôt. Le fichier a
              été modifié, ou il vient d’un autre dépôt.
            </Notice>
          ) : null}
          {found === "malformed" ? (
            <Notice tone="danger">
              Ce n’est pas une empreinte SHA-256{"\u00a0"}: elle compte 64 signes, de 0 à 9 et de a
              à f.
            </Notice>
          ) : null}
        </div>
      </section>
    </Page>
  );
}
