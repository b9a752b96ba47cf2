import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { LinkButton } from "~/ui/button.tsx";
import { Page } from "~/ui/page.tsx";

/** Every tool that can be tried at once, without an account. */
export function DemoGallery({
  tools,
}: {
  tools: readonly { to: string; title: string; purpose: string }[];
}) {
  return (
    <Page
      title="Essayer, sans compte"
      lead="Les outils se jouent ici sur un petit cas d’exemple. Rien n’est enregistré sur le serveur&nbsp;: fermez l’onglet, tout est oublié."
    >
      <ul className="border-t-2 border-ink">
        {tools.map((tool) => (
          <li
            key={tool.to}
            className="grid items-center gap-x-8 gap-y-3 border-b border-line py-6 sm:grid-cols-[1fr_auto]"
          >
            <div>
              <h2 className="text-xl">{tool.title}</h2>
              <p className="mt-1 text-pretty">{tool.purpose}</p>
            </div>
            <LinkButton to={tool.to} variant="primary" className="justify-self-start">
              Essayer
              <span className="sr-only">
                {" "}
                «{"\u00a0"}
                {tool.title}
                {"\u00a0"}»
              </span>
            </LinkButton>
          </li>
        ))}
      </ul>
      <p className="measure mt-8 text-muted">
        Dans un espace de travail, ces mêmes outils se suivent autour d’un cas complet et
        nourrissent un dossier. <Link to={paths.subjects()}>Voir les sujets</Link>
      </p>
    </Page>
  );
}
