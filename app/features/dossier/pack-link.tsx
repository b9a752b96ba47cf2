import { type MouseEvent, useEffect, useRef, useState } from "react";
import { paths } from "~/paths.ts";
import { Button, buttonClass } from "~/ui/button.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { fetchFile, saveFile } from "./fetch-file.ts";
import type { DossierView } from "./view.ts";

type State =
  | { kind: "idle" }
  | { kind: "preparing"; received: number }
  | { kind: "done" }
  | { kind: "failed"; message: string };

const KEPT =
  "Vos textes, vos fichiers et vos essais restent gardés dans l’espace\u00a0: rien n’est perdu.";
const megabytes = (bytes: number) => `${formatNumber(Math.round(bytes / 100_000) / 10)}\u00a0Mo`;

/** The content pack: a plain link; a script adds what is going on, a way to stop, and what was kept when it fails. */
export function PackLink({
  workspaceId,
  pack,
}: {
  workspaceId: string;
  pack: NonNullable<DossierView["pack"]>;
}) {
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = async (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: "preparing", received: 0 });
    const got = await fetchFile(event.currentTarget.href, controller.signal, (received) =>
      setState({ kind: "preparing", received }),
    );
    running.current = null;
    if (got.kind === "cancelled") setState({ kind: "idle" });
    else if (got.kind === "failed") setState(got);
    else {
      saveFile(got.blob, got.name);
      setState({ kind: "done" });
    }
  };
  const cancel = () => {
    running.current?.abort();
    link.current?.focus();
  };

  const preparing = state.kind === "preparing";
  return (
    <section aria-labelledby="pack" className="mt-5 rounded-m bg-sunken p-5">
      <h3 id="pack" className="font-title text-l">
        Le pack à remettre
      </h3>
      <ul className="mt-2 list-disc pl-5">
        {pack.holds.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {pack.missing.length > 0 ? (
        <Notice tone="warning" title="Ce qui manque encore" className="mt-4">
          <ul className="list-disc pl-5">
            {pack.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <a
          ref={link}
          href={paths.pack(workspaceId)}
          download
          onClick={start}
          aria-disabled={preparing || undefined}
          className={buttonClass("primary")}
        >
          <Icon name="download" size={20} />
          {preparing ? "Préparation du pack…" : "Télécharger le pack (ZIP)"}
        </a>
        {preparing ? (
          <Button variant="quiet" onPress={cancel}>
            Annuler
          </Button>
        ) : null}
        {preparing ? (
          <span className="text-s text-muted tabular-nums">
            {state.received === 0
              ? "Les deux PDF d’abord, puis les fichiers."
              : `${megabytes(state.received)} reçus`}
          </span>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {preparing ? "Préparation du pack en cours." : null}
      </p>
      {state.kind === "failed" ? (
        <Notice tone="danger" role="alert" title="Le pack n’a pas abouti" className="mt-4">
          <p>{state.message}</p>
          <p>{KEPT}</p>
        </Notice>
      ) : null}
      {state.kind === "done" ? (
        <p role="status" className="mt-3 text-success">
          Le pack est téléchargé.
        </p>
      ) : null}
    </section>
  );
}
