import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { formatDate } from "~/ui/french.ts";
import { Page } from "~/ui/page.tsx";
import { Part, Points } from "./prose.tsx";

export type AboutProps = {
  certification: {
    code: string;
    title: string;
    notice: string;
    scaleNote: string;
    certifier: string;
    source: { title: string; url: string; readOn: string };
  };
  /** A language model outside this installation phrases answers and runs prompts. */
  outsideModel: boolean;
};

/** What this is, where its words come from, what is kept about a person and how to take it away. */
export function About({ certification, outsideModel }: AboutProps) {
  const { source } = certification;
  return (
    <Page
      title="À propos et données personnelles"
      lead="Ce que cette plateforme est, d’où viennent ses contenus, et ce qu’elle garde de vous."
    >
      <Part id="entrainement" title="Un entraînement, pas un examen">
        <p>
          Bloc à bloc fait travailler des cas fictifs préparant aux blocs de la certification «{" "}
          {certification.title} » ({certification.code}). Il ne délivre rien, n’est pas lié au
          certificateur ({certification.certifier}) et n’est pas habilité par lui.
        </p>
        <p>
          <strong>{certification.notice}</strong>
        </p>
      </Part>

      <Part id="sources" title="Sources et critères">
        <p>
          Les intitulés des blocs et des compétences sont recopiés mot pour mot de la source{" "}
          <a href={source.url} rel="external">
            {source.title}
          </a>
          , lue le {formatDate(source.readOn)}.
        </p>
        <p>
          Les titres courts, les critères d’observation, les preuves attendues et l’échelle sont les
          nôtres, non officiels. {certification.scaleNote}
        </p>
        <p>
          Les entreprises, les personnes et les chiffres des sujets sont inventés. Ce que les outils
          observent est calculé par des règles affichées avec leur source{"\u00a0"}; ce sont des
          constats, jamais des notes.
        </p>
      </Part>

      <Part id="donnees" title="Ce qui est gardé, et où">
        <Points
          items={[
            <>
              <strong>Votre compte</strong>
              {"\u00a0"}: nom, adresse électronique, empreinte du mot de passe, et la liste de vos
              connexions (date, adresse IP, navigateur), pour que vous puissiez reconnaître un accès
              qui n’est pas le vôtre.
            </>,
            <>
              <strong>Votre travail</strong>
              {"\u00a0"}: textes et versions, images, entretiens, essais de prompts,
              auto-évaluations. Il est dans la base de données de cette installation et dans son
              dossier de fichiers, nulle part ailleurs.
            </>,
            <>
              <strong>Vos dépôts et vos groupes</strong>
              {"\u00a0"}: un dépôt garde votre travail tel que vous l’avez remis. L’équipe de
              formation d’un groupe voit votre nom et les dépôts que vous lui donnez, rien d’autre,
              et plus rien quand vous quittez le groupe. Le code d’un reçu montre à qui l’a
              l’exercice, la date, la longueur et l’empreinte, sans votre nom.
            </>,
            <>
              <strong>Sur votre appareil</strong>
              {"\u00a0"}: un journal de ce que vous tapez, qui sert à ne rien perdre hors ligne, et
              l’avancement de la démonstration, effacé à la fermeture de l’onglet.
            </>,
            <>
              <strong>Deux cookies</strong>
              {"\u00a0"}: votre session, et l’apparence choisie si vous en choisissez une. Aucune
              mesure d’audience, aucun contenu venu d’un autre site.
            </>,
          ]}
        />
        <p>
          {outsideModel
            ? "Cette installation utilise un modèle de langage externe\u00a0: le texte de vos essais de prompts lui est envoyé, ainsi que les phrases que le client simulé doit formuler. N’y mettez aucune donnée personnelle."
            : "Aucun modèle de langage externe n’est utilisé dans cette installation\u00a0: vos essais de prompts sont traités ici, par un modèle d’entraînement."}
        </p>
      </Part>

      <Part id="droits" title="Reprendre ou effacer vos données">
        <p>
          Dans <Link to={paths.account()}>votre compte</Link>, vous pouvez corriger votre nom et
          votre adresse, télécharger toutes vos données dans une archive, ou supprimer le compte. La
          suppression efface aussitôt et définitivement vos espaces de travail, vos images et vos
          connexions.
        </p>
        <p>
          L’organisme qui met cette plateforme à votre disposition est responsable de ces données
          {"\u00a0"}: c’est à lui qu’il faut adresser toute autre demande prévue par le RGPD (accès,
          rectification, limitation, opposition).
        </p>
      </Part>
    </Page>
  );
}
