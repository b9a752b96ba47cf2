import { Page } from "~/ui/page.tsx";
import { Part, Points } from "./prose.tsx";

/** What was checked, what was not, what is known to be imperfect; kept true by whoever changes a screen. */
export function Accessibility() {
  return (
    <Page
      title="Accessibilité"
      lead="Nous visons le niveau AA des WCAG 2.2 et le RGAA. Voici ce qui a été vérifié, et ce qui ne l’a pas été."
    >
      <Part id="verifie" title="Ce qui est vérifié à chaque modification">
        <Points
          items={[
            "Un contrôle automatique (axe, règles WCAG 2.2 A et AA) sur les pages parcourues par nos tests, dans un navigateur.",
            "Un parcours au clavier seul, de la connexion à l’export du dossier.",
            "Le contraste de toutes les paires de couleurs, en thème clair et en thème sombre\u00a0: 4,5:1 pour le texte, 3:1 pour les éléments d’interface.",
            "La structure du PDF\u00a0: titres, tableaux, figures et textes de remplacement.",
          ]}
        />
        <p>
          Un contrôle automatique ne voit qu’une partie des défauts{"\u00a0"}: il ne remplace pas un
          audit.
        </p>
      </Part>
      <Part id="non-verifie" title="Ce qui n’a pas été vérifié">
        <Points
          items={[
            "Aucun essai n’a été mené avec des personnes qui utilisent un lecteur d’écran, une plage braille, une loupe ou une commande vocale.",
            "Aucun audit RGAA complet n’a été fait par un tiers\u00a0: nous n’annonçons donc pas de taux de conformité.",
          ]}
        />
      </Part>
      <Part id="limites" title="Limites connues">
        <Points
          items={[
            "Sans JavaScript, les textes se lisent mais ne se modifient pas dans l’éditeur, et la démonstration ne se joue pas.",
            "Les textes officiels du référentiel sont cités tels quels, avec leurs fautes de frappe, qu’un lecteur d’écran prononce.",
            "Les images que vous ajoutez dépendent du texte de remplacement que vous écrivez\u00a0; l’éditeur le demande toujours.",
          ]}
        />
      </Part>
      <Part id="choix" title="Ce que vous pouvez régler">
        <Points
          items={[
            "L’apparence claire ou sombre, en bas de chaque page\u00a0; par défaut, celle de votre système.",
            "La taille du texte, par le zoom du navigateur\u00a0: les pages restent lisibles à 400\u00a0%, sur une colonne.",
            "Les animations, déjà brèves, disparaissent si votre système demande de les réduire.",
          ]}
        />
      </Part>
      <Part id="signaler" title="Signaler un obstacle">
        <p>
          Dites à la personne qui vous a donné accès à cette plateforme quelle page pose problème,
          ce que vous vouliez faire et avec quel matériel. Si vous n’obtenez pas de réponse, vous
          pouvez saisir le{" "}
          <a href="https://formulaire.defenseurdesdroits.fr/" rel="external">
            Défenseur des droits
          </a>
          .
        </p>
      </Part>
    </Page>
  );
}
