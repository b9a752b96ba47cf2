import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { formatCount } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Specimen } from "./specimen.tsx";

export type HomeBlock = {
  id: string;
  order: number;
  title: string;
  deliverable: string;
  oral: boolean;
  competencies: number;
};

export type HomeProps = {
  certification: { code: string; title: string; notice: string };
  blocks: HomeBlock[];
  signedIn: boolean;
};

const moments = [
  {
    title: "Lire",
    text: "Un client fictif, un brief incomplet, des données réalistes en annexe. Les critères sont visibles dès la première minute.",
  },
  {
    title: "Chercher",
    text: "Vous interrogez le client, vous comparez, vous choisissez. Chaque outil dit ce qu’il a observé, jamais une note.",
  },
  {
    title: "Écrire",
    text: "Le dossier se construit partie par partie, avec vos figures et vos sources. Rien de ce que vous tapez ne se perd.",
  },
  {
    title: "Se relire",
    text: "Vous vous évaluez compétence par compétence, preuves à l’appui, puis vous voyez ce qui manque avant de rendre.",
  },
];

const takeaways = [
  {
    title: "Un dossier en PDF accessible",
    text: "Couverture, sommaire, figures et annexes, lisible à l’écran, à l’impression et au lecteur d’écran.",
  },
  {
    title: "La trace de votre démarche",
    text: "Le guide d’entretien, l’échange avec le client, vos essais avec l’IA et ce que vous en avez gardé.",
  },
  {
    title: "Une idée juste de votre niveau",
    text: "Une évaluation par compétence, appuyée sur des passages précis, et l’écart d’une tentative à l’autre.",
  },
];

/** What the product is, the four exercises, how a session goes, what is taken away. */
export function Home({ certification, blocks, signedIn }: HomeProps) {
  return (
    <main id="contenu" tabIndex={-1} className="outline-none">
      <section className="mx-auto grid w-full max-w-6xl items-center gap-x-14 gap-y-12 px-5 pt-10 pb-14 sm:px-8 lg:grid-cols-[1.08fr_1fr] lg:pt-14 lg:pb-16">
        <div>
          <p className="mb-5 text-s font-semibold text-muted">
            Entraînement à la certification « {certification.title} », {certification.code}
          </p>
          <h1 className="font-title text-4xl text-pretty sm:text-5xl">
            L’épreuve, <br />
            avant l’épreuve.
          </h1>
          <p className="measure mt-6 text-l text-pretty">
            Un client à comprendre, un brief où il manque l’essentiel, un dossier à défendre.
            Travaillez un cas complet dans chacun des quatre blocs, à votre rythme, et sachez ce
            qu’il vous reste à montrer.
          </p>
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4">
            {signedIn ? (
              <LinkButton to={paths.dashboard()} variant="primary">
                Reprendre mon travail
                <Icon name="arrow" size={18} />
              </LinkButton>
            ) : (
              <LinkButton to={paths.subjects()} variant="primary">
                Choisir un sujet
                <Icon name="arrow" size={18} />
              </LinkButton>
            )}
            <Link
              to={signedIn ? paths.subjects() : paths.demo()}
              className="inline-flex min-h-11 items-center"
            >
              {signedIn ? "Choisir un autre sujet" : "Essayer un outil sans compte"}
            </Link>
          </div>
        </div>
        <Specimen />
      </section>

      <section className="border-y border-line bg-surface" aria-labelledby="exercices">
        <div className="mx-auto w-full max-w-6xl px-5 py-12 sm:px-8 lg:pt-12 lg:pb-16">
          <h2 id="exercices" className="text-3xl">
            Quatre blocs, quatre exercices
          </h2>
          <ul className="mt-8 border-t-2 border-ink">
            {blocks.map((block) => (
              <li key={block.id} className="border-b border-line">
                <BlockRow block={block} />
              </li>
            ))}
          </ul>
        </div>
      </section>

      <section
        aria-labelledby="seance"
        className="mx-auto w-full max-w-6xl px-5 py-14 sm:px-8 lg:py-20"
      >
        <h2 id="seance" className="text-3xl">
          Une séance, en quatre temps
        </h2>
        <ol className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-4">
          {moments.map((moment, index) => (
            <li key={moment.title} className="border-t-2 border-ink pt-4">
              <p aria-hidden="true" className="font-title text-4xl text-accent">
                {index + 1}
              </p>
              <h3 className="mt-2 text-xl">{moment.title}</h3>
              <p className="mt-2 text-pretty">{moment.text}</p>
            </li>
          ))}
        </ol>
      </section>

      <section
        aria-labelledby="emporter"
        className="mx-auto grid w-full max-w-6xl gap-x-14 gap-y-8 px-5 pb-16 sm:px-8 lg:grid-cols-[1fr_2fr] lg:pb-24"
      >
        <h2 id="emporter" className="text-3xl">
          Ce que vous emportez
        </h2>
        <dl className="border-t-2 border-ink">
          {takeaways.map((one) => (
            <div
              key={one.title}
              className="grid gap-x-8 gap-y-1 border-b border-line py-4 sm:grid-cols-[15rem_1fr]"
            >
              <dt className="font-semibold">{one.title}</dt>
              <dd className="measure">{one.text}</dd>
            </div>
          ))}
        </dl>
      </section>

      <section
        aria-labelledby="savoir"
        className="scheme-dark border-b border-line bg-surface text-ink"
      >
        <div className="mx-auto grid w-full max-w-6xl gap-x-14 gap-y-4 px-5 py-12 sm:px-8 lg:grid-cols-[1fr_2fr]">
          <h2 id="savoir" className="text-xl">
            À savoir avant de commencer
          </h2>
          <div className="measure flex flex-col gap-3">
            <p className="font-semibold">{certification.notice}</p>
            <p>
              Bloc à bloc est une salle de répétition, indépendante du certificateur. Les cas sont
              fictifs, les critères et l’échelle sont les nôtres{"\u00a0"}: ils préparent à
              l’épreuve, ils ne préjugent pas d’un jury.
            </p>
          </div>
        </div>
      </section>
    </main>
  );
}

function BlockRow({ block }: { block: HomeBlock }) {
  return (
    <div className="grid grid-cols-[auto_1fr] items-start gap-x-5 gap-y-2 py-6 md:grid-cols-[auto_minmax(0,5fr)_minmax(0,5fr)_auto] md:gap-x-6">
      <BlockMark order={block.order} size={38} className="mt-1" />
      <div>
        <p className="text-s text-muted">
          Bloc {block.order} · {formatCount(block.competencies, "compétence", "compétences")}
        </p>
        <h3 className="text-xl">
          <Link to={paths.block(block.id)} className="text-ink no-underline hover:underline">
            {block.title}
          </Link>
        </h3>
      </div>
      <p className="col-start-2 text-pretty md:col-start-auto">
        {capitalised(block.deliverable)}.{" "}
        <span className="text-muted">
          {block.oral ? "Avec soutenance orale." : "Sans soutenance."}
        </span>
      </p>
      <Link
        to={`${paths.subjects()}?${new URLSearchParams({ bloc: block.id })}`}
        className="col-start-2 inline-flex min-h-8 items-center gap-1.5 justify-self-start font-semibold md:col-start-auto md:self-center md:pl-6"
      >
        Voir les sujets<span className="sr-only"> du bloc {block.order}</span>
        <Icon name="arrow" size={16} />
      </Link>
    </div>
  );
}

/** The content writes the deliverable as part of a sentence; here it begins one. */
function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr") + text.slice(1);
}
