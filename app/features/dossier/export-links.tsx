import { type MouseEvent, useEffect, useRef, useState } from "react";
import { paths } from "~/paths.ts";
import { Button, buttonClass } from "~/ui/button.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { fetchFile, saveFile } from "./fetch-file.ts";

type State =
  | { kind: "idle" }
  | { kind: "preparing" }
  | { kind: "done"; notices: string[] }
  | { kind: "failed"; message: string };

/**
 * Two plain download links. With a script, the PDF's shows that it is being made, can be cancelled, and says
 * what the export had to change.
 */
export function ExportLinks({
  workspaceId,
  secondary = false,
}: {
  workspaceId: string;
  /** Something else is what the person is here for. */
  secondary?: boolean;
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
    setState({ kind: "preparing" });
    const got = await fetchFile(event.currentTarget.href, controller.signal);
    running.current = null;
    if (got.kind === "cancelled") setState({ kind: "idle" });
    else if (got.kind === "failed") setState(got);
    else {
      saveFile(got.blob, got.name);
      setState({ kind: "done", notices: got.notices });
    }
  };
  const cancel = () => {
    running.current?.abort();
    link.current?.focus();
  };

  const preparing = state.kind === "preparing";
  return (
    <div className="mt-4">
      <div className="flex flex-wrap items-center gap-3">
        <a
          ref={link}
          href={paths.dossierPdf(workspaceId)}
          download
          onClick={start}
          aria-disabled={preparing || undefined}
          className={buttonClass(secondary ? "secondary" : "primary")}
        >
          <Icon name="download" size={20} />
          {preparing ? "Préparation du PDF…" : "Exporter en PDF accessible"}
        </a>
        {preparing ? (
          <Button variant="quiet" onPress={cancel}>
            Annuler
          </Button>
        ) : null}
        <a href={paths.dossierHtml(workspaceId)} download className={buttonClass("secondary")}>
          <Icon name="download" size={20} />
          Exporter en HTML
        </a>
      </div>
      <p role="status" className="sr-only">
        {preparing ? "Préparation du PDF en cours." : null}
        {state.kind === "done" ? "Le PDF est téléchargé." : null}
      </p>
      {state.kind === "failed" ? (
        <Notice tone="danger" role="alert" title="L’export n’a pas abouti" className="mt-4">
          <p>{state.message}</p>
        </Notice>
      ) : null}
      {state.kind === "done" && state.notices.length > 0 ? (
        <Notice tone="info" title="Le PDF est téléchargé, avec ces remarques" className="mt-4">
          <ul className="list-disc pl-5">
            {state.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {state.kind === "done" && state.notices.length === 0 ? (
        <p className="mt-3 text-success">Le PDF est téléchargé.</p>
      ) : null}
    </div>
  );
}
