/**
 * The words by which French speakers name the topics of a client brief (interview.md § 3), in the cue language of
 * french-cues.ts. It is knowledge of the language, like the question types: a case adds its own trade's
 * words in its content. A topic a case does not list is still understood: the client then says that
 * there is nothing to add.
 */
const split = (text: string) => text.split(",").map((cue) => cue.trim());

export const BRIEF_TOPICS: Record<string, string[]> = {
  contexte: split(`
    histoire, entreprise, activité, parcours, naissance, née, créé, création, fondé, fondation,
    fondateurs, fondatrice, origine, débuts, commencé, métier, actualité, présentez vous,
    présenter, qui êtes vous, que faites vous, parler de vous, parlez de vous, boîte, société,
    structure, situation, contexte, évolution, repris, reprise, rachat, secteur, maison, chez
    vous en ce moment, change en ce moment, que se passe, quoi de neuf, valeurs, ~ancien,
    chiffre affaires, racontez nous, ~aujourd'hui, coopérative, association
  `),
  probleme: split(`
    problème, souci, difficulté, décidé à nous, décidé à m'appeler, appelé, appeler, contacté,
    contacter, sollicité, inquiète, inquiétude, préoccupe, préoccupation, ce qui vous amène,
    amène, ne va pas, ne marche pas, ne fonctionne pas, coince, bloque, blocage, frein, -manque,
    baisse, recule, recul, perdez, -besoin, attentes, attendez de, motivé, déclencheur,
    déclenché, point faible, faiblesse, galère, urgence, empêche, défi, enjeu, enjeux, faire
    appel, raison de votre demande, va mal, mécontent
  `),
  objectifs: split(`
    objectif, but, viser, visez, ambition, atteindre, priorité, priorités, prioritaire, réussi,
    réussite, succès, réussir, résultat, résultats attendus, espérez, espérer, souhaitez
    obtenir, voulez obtenir, gagner quoi, cible chiffrée, objectif chiffré, à quoi verrez,
    comment saurez, mission, voulez arriver, aimeriez arriver, souhaitez arriver, finalité,
    indicateur de réussite, progression, augmenter, développer, améliorer, satisfait,
    satisfaite, votre rêve, attendu, ~combien, dans un an, voulez en être, voulez être, voyez
    votre, idéalement, retombées
  `),
  cibles: split(`
    -client, -clientes, clientèle, cible, -public, -visiteur, acheteur, acheteuse, audience,
    consommateur, usager, persona, personas, profil, âge, tranche âge, âges, qui achète, qui
    vient, qui viennent, vous adressez, adressez vous, s'adresse, toucher, touchez, type de
    personnes, à qui, pour qui, familles, jeunes, seniors, femmes, génération, d'où viennent,
    habitués, fidèles, prospects, communauté, abonnés sont, gens qui
  `),
  offre: split(`
    offre, produit, service, gamme, catalogue, prestation, vendez, vend le mieux, se vend, se
    vendent, vente phare, produit phare, phare, meilleures ventes, marge, rentable, rentabilité,
    rapporte, rapportent, tarif, tarifs, prix, stock, production, nouveauté, nouveau produit,
    proposez, vedette, best seller, bestseller, coûte cher, panier moyen, capacité, invendus
  `),
  differenciation: split(`
    différencie, différence, différent, distingue, démarque, démarquer, unique, particularité,
    spécificité, originalité, point fort, points forts, atout, force, forces, valeur ajoutée,
    pourquoi vous, plutôt qu'un autre, plutôt que chez, plutôt que vos, plutôt qu'ailleurs,
    fier, fière, fierté, savoir faire, choisissent, choisir, de plus beau, spécial, mieux que,
    promesse, ce qui fait votre, marque de fabrique, secret
  `),
  concurrence: split(`
    concurrent, concurrence, concurrentiel, rival, rivaux, comparent, comparer, compare,
    compétiteur, alternative, ailleurs, autres acteurs, marché, vont ailleurs, confrères, qui
    font comme vous, qui fait comme vous, même chose que vous, grande enseigne, enseigne,
    adversaire, autour de vous
  `),
  historique: split(`
    déjà essayé, avez essayé, essayé, déjà testé, testé, tenté, par le passé, dans le passé,
    passées, auparavant, précédent, précédente, précédemment, avant nous, agence, prestataire,
    ancienne campagne, campagne, campagnes, opération, jusqu'à présent, jusqu'à maintenant, mis
    en place, jusqu'ici, déjà fait, avez déjà, actions menées, menées, fonctionné, a marché, ont
    marché, échec, échoué, expérience, influenceur, influenceuse, influence, partenariat, déjà
    travaillé, acheté des abonnés, faux abonnés, stagiaire, ~déjà, ~avant
  `),
  presence: split(`
    réseaux sociaux, réseaux, réseau social, compte, comptes, page facebook, facebook,
    instagram, insta, linkedin, tiktok, pinterest, youtube, accès, identifiant, mot de passe,
    mots de passe, administrateur, administratrice, admin, codes, -site, site internet, présence
    en ligne, présence, présents, publiez, -publications, -publication, postez, fréquence, fiche
    google, google, référencement, blog, qui gère, propriétaire, gestion des pages, moteurs, en
    ligne, plateformes
  `),
  donnees: split(`
    mesure, mesurez, mesurer, statistique, stats, suivi, suivez, suivre, comment savez, savez
    si, analytics, pixel, tableau de bord, données, outil de mesure, outils de suivi,
    indicateur, indicateurs, kpi, kpis, reporting, regardez les chiffres, lit les chiffres,
    chiffres, vos chiffres, trafic, performances, taux, savez vous d'où, analysez, analyse,
    audience du site, cookies, ~outil, résultats de vos publications
  `),
  budget: split(`
    budget, enveloppe, budgétaire, financier, financiers, moyens financiers, argent, dépenser,
    dépense, dépenses, investir, investissement, investissez, euros, somme, montant, coût,
    coûts, financer, financement, finances, subvention, subventions, aide financière, mettre
    combien, combien pouvez mettre, combien vous mettez, combien mettre, ttc, fonds, payer,
    sous, prix de la mission, tarif de la mission, combien prévu, combien prêts à, prêt à
    mettre, €, combien disposez, disposez de combien, allouer, alloué, combien mettez, consacrer
    financièrement, coûterait, déjà engagé, déjà engagée, tout compris
  `),
  moyens: split(`
    temps, combien de temps, heures, heure par, disponibilité, disponible, disponibles, équipe,
    personnes en interne, en interne, ressources, moyens humains, humains, qui s'occupe, s'en
    occupe, qui publie, qui anime, qui fait, qui rédige, qui écrit, qui poste, matériel,
    équipement, photographe, vidéaste, caméra, appareil, compétences, salarié, salariés,
    collaborateur, collègues, effectif, charge de travail, qui prend les photos, qui fournit,
    combien de personnes, êtes combien, combien êtes, main d'œuvre, bras, appuyer, vos moyens,
    moyens, filmer, filme, tourner
  `),
  delais: split(`
    date, dates, délai, délais, échéance, échéances, calendrier, planning, agenda, -quand,
    deadline, date limite, date butoir, butoir, pour quand, à quelle date, temps forts, temps
    fort, événement, événements, fermeture, fermé, fermés, congés, vacances, saison,
    saisonnalité, rythme de l'année, lancement, lancer, démarrer, début de la mission, salon,
    noël, urgent, ~moment, période, périodes, mois importants, échelonner, rétroplanning, rendu,
    livrer, livraison du projet, ne bougent pas, d'ici
  `),
  validation: split(`
    valide, valider, validation, validez, décide, décider, décision, décisionnaire, décideur,
    tranche, trancher, approuve, approbation, accord de, dernier mot, feu vert, signe,
    signature, associé, associés, hiérarchie, direction, directeur, directrice, chef, patron,
    interlocuteur, responsable, vote, réunion, circuit, relit, relire, relecture, qui décide,
    qui valide, avis final, opposé, contre le projet, convaincre, comité
  `),
  ton: split(`
    ton, tonalité, style, tutoiement, tutoyer, tutoie, vouvoiement, vouvoyer, vouvoie,
    personnalité, registre, façon de parler, manière de parler, langage, vocabulaire, voix de la
    marque, humour, drôle, sérieux, était une personne, mots interdits, mots à éviter, mots
    bannis, bannir, mots à bannir, mots à proscrire, emoji, émojis, parlez à vos, adjectifs,
    caractère, décririez la marque, quelle image, image voulez, image de marque, image
    souhaitez, parle comment, tu ou vous
  `),
  identite: split(`
    charte, charte graphique, logo, couleur, couleurs, police, polices, typographie, identité
    visuelle, identité, graphique, visuel existant, univers visuel, graphisme, code couleur
  `),
  contraintes: split(`
    contrainte, contraintes, règle, règles, réglementation, réglementaire, règlement, légal,
    légale, légales, loi, lois, juridique, obligation, obligations, obligatoire, interdit,
    interdits, interdiction, norme, normes, restriction, restrictions, limites, respecter, rgpd,
    conformité, conforme, mentions légales, mentions, impératif, impératifs, écologie,
    écologique, environnement, environnemental, carbone, promotion, promotions, jeu concours,
    concours, droit de dire, autorisé à dire, n'a pas le droit, pas le droit, cahier des charges
    imposé, imposé, label, labels
  `),
  droits: split(`
    droit image, droits image, droits, autorisation, autorisations, photos, photo, images,
    photographies, consentement, accord écrit, accord des personnes, crédit photo, crédits,
    musique, droit d'auteur, droits d'auteur, licence, mineurs, enfants sur, photos d'enfants,
    libres de droits, cession, autorisé à utiliser, bibliothèque de photos, visuels, banque
    d'images, vidéos existantes
  `),
  reputation: split(`
    avis, avis clients, avis négatifs, réputation, e réputation, crise, polémique, litige,
    litiges, plainte, plaintes, sensible, sensibles, sujets sensibles, délicat, délicats, tabou,
    incident, incidents, accident, accidents, critique, critiques, scandale, bad buzz,
    commentaires négatifs, commentaires, reproche, reproches, reproche t on, mécontents,
    étoiles, conflit, risque, risques, médiation, article de presse, presse, négatif, remarques
    désagréables, qu'on apprenne, mal passé, mal passée, note google, ressortir, sécurité
  `),
  accessibilite: split(`
    accessibilité, accessible, accessibles, handicap, handicaps, handicapé, handicapés,
    handicapées, fauteuil, malvoyant, aveugle, sourd, sourde, malentendant, langue des signes,
    lsf, mobilité réduite, pmr, rampe, sous titres, sous titrage, falc, facile à lire, empêchés,
    publics empêchés, audiodescription, inclusion, inclusif
  `),
  vente: split(`
    parcours d'achat, parcours client, achat en ligne, acheter en ligne, panier, paniers,
    abandon, conversion, convertir, commande, commandes, réserve, réservation, réservations,
    réserver, paiement, livraison, boutique en ligne, e commerce, passe à l'achat, passent à
    l'achat, passe t on d'une publication, tunnel, prise de rendez vous, devis, commandent,
    achètent comment, vendre en ligne, étapes pour acheter, frais de port, billetterie, cgv,
    -achat, -acheter, rendez vous, prennent rendez vous, créneau
  `),
  refus: split(`
    refus, refusez, refuse, refuser, déplairait, déplaît, déplaire, ne voulez pas, ne voulez
    surtout pas, surtout pas, ne souhaitez pas, ne veut pas, éviter, évite, évitiez, évitions,
    hors de question, détestez, n'aimez pas, n'aimeriez pas, jamais faire, ligne rouge, lignes
    rouges, exclu, exclus, exclure, pas envie, dérangerait, gênerait, inacceptable, voudriez
    pas, ne ferez jamais
  `),
  suite: split(`
    après la mission, ensuite qui, prendra la suite, prendre la suite, prend le relais, prendra
    le relais, relais, animera, formation, former, autonome, autonomes, autonomie, à long terme,
    long terme, après notre départ, notre départ, quand la mission, pérenne, la suite, une fois
    la mission, quand nous partirons, fin de la mission, transmettre, transmission, continuer
    sans
  `),
};
