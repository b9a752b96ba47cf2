import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useContext, useState } from "react";
import { paths } from "~/paths.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Page } from "~/ui/page.tsx";
import { ResponseContext } from "~/ui/response-context.ts";

type Words = { title: string; text: string; way: { to: string; label: string } };

const home = { to: paths.home(), label: "Revenir à l’accueil" };

/** What happened and what to do, by status; the server's own sentence is used when it wrote one. */
function wordsFor(status: number, said: string | null, here: string): Words {
  switch (status) {
    case 401:
      return {
        title: "Connectez-vous pour continuer",
        text: said ?? "Votre session est terminée. Reconnectez-vous\u00a0: vous reviendrez ici.",
        way: {
          to: `${paths.signIn()}?${new URLSearchParams({ retour: here })}`,
          label: "Se connecter",
        },
      };
    case 403:
      return {
        title: "Cette action n’est pas permise",
        text: said ?? "Votre compte n’ouvre pas cette page.",
        way: home,
      };
    case 404:
      return {
        title: "Page introuvable",
        text:
          said ??
          "Cette page n’existe pas, ou elle n’est pas à vous. Vérifiez l’adresse, ou repartez de la liste des sujets.",
        way: { to: paths.subjects(), label: "Voir les sujets" },
      };
    case 429:
      return {
        title: "Trop de demandes à la fois",
        text: said ?? "Attendez une minute, puis réessayez. Rien n’est perdu.",
        way: home,
      };
    case 503:
      return {
        title: "Le service est interrompu un instant",
        text:
          said ??
          "La base de données ne répond pas. Le service se rétablit seul\u00a0: rechargez la page dans quelques secondes.",
        way: { to: here, label: "Recharger la page" },
      };
    default:
      return {
        title: "Quelque chose s’est cassé de notre côté",
        text: "La page n’a pas pu s’afficher. L’incident est noté\u00a0; rechargez la page, et citez la référence si cela se répète.",
        way: { to: here, label: "Recharger la page" },
      };
  }
}

/** Remix writes these when nobody wrote a sentence. */
const WITHOUT_SENTENCE = /^(|Not Found|Unauthorized|Forbidden|Error: No route matches.*)$/;

/** What happened, in a few words, for the title of the window. */
export function errorTitle(error: unknown): string {
  return wordsFor(isRouteErrorResponse(error) ? error.status : 500, null, "/").title;
}

/** The page of an error: its status decides the words; there is always a way out. */
export function ErrorPage() {
  const error = useRouteError();
  const location = useLocation();
  const response = isRouteErrorResponse(error) ? error : null;
  const status = response?.status ?? 500;
  const said =
    typeof response?.data === "string" && !WITHOUT_SENTENCE.test(response.data.trim())
      ? response.data
      : null;
  const words = wordsFor(status, said, `${location.pathname}${location.search}`);
  return (
    <Page title={words.title} lead={words.text} above={status >= 500 ? null : `Erreur ${status}`}>
      {status >= 500 ? <Kept /> : null}
      <p>
        {/* A full load: the page that failed may have left the client in a bad state. */}
        <LinkButton to={words.way.to} variant="primary" reloadDocument>
          {words.way.label}
        </LinkButton>
      </p>
      {status >= 500 ? <Reference /> : null}
    </Page>
  );
}

function Kept() {
  return (
    <p className="measure mb-6">
      Ce que vous avez tapé dans l’éditeur est gardé sur cet appareil et sera envoyé dès que le
      service répond.
    </p>
  );
}

/** The reference of the log line; for a failure after the page was loaded, the moment it happened. */
function Reference() {
  const facts = useContext(ResponseContext);
  const [reference] = useState(() => {
    if (facts.reference) return facts.reference;
    const written = document.querySelector<HTMLElement>("[data-reference]")?.dataset.reference;
    return written ?? new Date().toISOString();
  });
  return (
    <p className="mt-8 text-s text-muted" data-reference={reference}>
      Référence{"\u00a0: "}
      <span className="font-mono select-all">{reference}</span>
    </p>
  );
}
