import { Form, Link, useActionData, useNavigation } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/field.tsx";
import { formatCount, formatDateTime, formatWords } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import type { DossierView } from "./view.ts";

/** Handing in: what it does, what still stops it, and the hand-ins made so far. */
export function HandIn({ view }: { view: DossierView }) {
  const answer = useActionData<{ ok: false; message: string }>();
  const busy = useNavigation().formData?.get("intent") === "hand-in";
  const { blocking, advisory } = view.check;
  const next = (view.submissions[0]?.number ?? 0) + 1;
  return (
    <section aria-labelledby="remettre" className="mt-8 print:hidden">
      <h2 id="remettre" className="font-title text-xl">
        Remettre
      </h2>
      <p className="measure mt-1 text-muted text-pretty">
        Un dépôt garde votre travail tel qu’il est, daté et scellé par une empreinte{"\u00a0"}: il
        ne changera plus, et vous pouvez continuer à écrire. Il reste sur Bloc à bloc{"\u00a0"}:
        rien n’est envoyé à un organisme certificateur.
      </p>
      <div role="alert">
        {answer && !busy ? (
          <Notice tone="danger" title="Le dépôt n’a pas été fait" className="mt-4">
            <p>{answer.message}</p>
          </Notice>
        ) : null}
      </div>
      {blocking > 0 ? (
        <p className="mt-3">
          <strong>
            {formatCount(blocking, "point à reprendre", "points à reprendre")} avant de remettre
          </strong>
          {"\u00a0"}: le contrôle, plus bas, dit lesquels et où les corriger.
        </p>
      ) : (
        <Form method="post" className="mt-4 flex flex-col items-start gap-4">
          <input type="hidden" name="intent" value="hand-in" />
          <input type="hidden" name="number" value={next} />
          {advisory > 0 ? (
            <Checkbox
              name="accepted"
              required
              label={`J’ai lu ${advisory < 2 ? "le conseil" : `les ${advisory} conseils`} du contrôle et je remets mon travail tel quel.`}
            />
          ) : null}
          <Button type="submit" disabled={busy}>
            {busy ? "Dépôt en cours…" : `Faire le dépôt n°\u00a0${next}`}
          </Button>
        </Form>
      )}
      {view.submissions.length > 0 ? (
        <ul aria-label="Dépôts faits" className="mt-4 border-t border-line">
          {view.submissions.map(({ number, at, words }) => (
            <li key={number} className="border-b border-line">
              <Link
                to={paths.submission(view.workspaceId, number)}
                className="flex min-h-11 flex-wrap items-center gap-x-3 py-1.5"
              >
                <span className="font-semibold">Dépôt n°{`\u00a0${number}`}</span>
                <span className="text-muted">
                  {formatDateTime(at)} · {formatWords(words)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
