import sharp from "sharp";
import { readCatalogue } from "~/content/catalogue.server.ts";
import { loadCertification } from "~/content/load.server.ts";
import { findBlock } from "~/domain/certification.ts";
import type { DocMark, DocNode } from "~/domain/document.ts";
import type { DossierInput } from "~/domain/dossier.ts";
import type { Figure } from "~/domain/figure.ts";
import { publicSubject } from "~/domain/subject.ts";

/** A dossier's worth of plausible writing, the same on every run: for the export's tests and the bench. */

const SENTENCES = [
  "L’entretien a fait apparaître un écart entre la demande écrite et le besoin réel de la structure.",
  "La page principale publie trois fois par semaine, sans ligne éditoriale et presque toujours le même type de visuel.",
  "Le taux d’engagement relevé sur trente publications est de 2,4 % ; la médiane des quatre concurrents comparés est de 3,1 %.",
  "Nous avons donc préféré deux réseaux bien tenus à cinq comptes dormants.",
  "Chaque objectif part d’un point mesuré, porte une date et nomme la personne qui le suivra.",
  "Cette hypothèse devra être vérifiée au bout de six semaines, sur un échantillon d’au moins quarante publications.",
  "Les commentaires reçus en septembre portent d’abord sur les délais, ensuite sur les prix et très rarement sur l’accueil.",
  "La charte fixe le ton, la longueur, les mentions obligatoires et la façon de décrire les images.",
  "Le budget laisse une marge de 8 % pour les imprévus, ce qui couvre une journée de reprise de montage.",
  "En cas de crise, la première heure sert à constater, à prévenir et à suspendre les publications programmées.",
];
const HEADINGS = [
  "Ce que disent les chiffres",
  "Méthode",
  "Choix et arbitrages",
  "Limites",
  "Suite",
];

export const text = (value: string, ...marks: DocMark[]): DocNode => ({
  type: "text",
  text: value,
  ...(marks.length > 0 ? { marks } : {}),
});
export const paragraph = (...content: (string | DocNode)[]): DocNode => ({
  type: "paragraph",
  content: content.map((c) => (typeof c === "string" ? text(c) : c)),
});
export const heading = (level: 2 | 3 | 4, title: string): DocNode => ({
  type: "heading",
  attrs: { level },
  content: title ? [text(title)] : [],
});
export const bullets = (...items: DocNode[][]): DocNode => ({
  type: "bulletList",
  content: items.map((content) => ({ type: "listItem", content })),
});
export const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });

export function tableOf(rows: string[][], header = true): DocNode {
  return {
    type: "table",
    content: rows.map((row, y) => ({
      type: "tableRow",
      content: row.map((value) => ({
        type: header && y === 0 ? "tableHeader" : "tableCell",
        attrs: { colspan: 1, rowspan: 1, colwidth: null },
        content: [paragraph(value)],
      })),
    })),
  };
}

export function imageOf(
  assetId: string,
  given: { alt?: string; caption?: string; decorative?: boolean } = {},
): DocNode {
  return {
    type: "image",
    attrs: {
      assetId,
      alt: given.alt ?? "",
      caption: given.caption ?? "",
      decorative: given.decorative ?? false,
      width: null,
      height: null,
    },
  };
}

const sentences = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => SENTENCES[(from * 3 + i) % SENTENCES.length]).join(" ");

/** A section of about `words` words, with what a real one holds. */
function sectionDoc(index: number, words: number): DocNode {
  const content: DocNode[] = [
    paragraph(sentences(index, 3)),
    {
      type: "callout",
      attrs: { tone: (["info", "attention", "example"] as const)[index % 3] ?? "info" },
      content: [paragraph(sentences(index + 4, 2))],
    },
  ];
  if (index === 1) {
    content.push({ type: "figure", attrs: { figureId: "client-interview:coverage", caption: "" } });
    content.push(
      paragraph(
        "Le positionnement tient en une phrase : ",
        text("« un atelier où l’on apprend à réparer avant de remplacer », ", { type: "bold" }),
        text("formule retenue après trois versions.", {
          type: "aiAssisted",
          attrs: { run: "run-1" },
        }),
        " Voir ",
        text("la page de l’atelier", {
          type: "link",
          attrs: { href: "https://exemple.test/atelier" },
        }),
        ".",
      ),
    );
  }
  if (index % 3 === 2)
    content.push(
      tableOf([
        ["Réseau", "Abonnés", "Publications par mois", "Engagement médian"],
        ["Réseau photo", "4 260", "12", "2,4 %"],
        ["Réseau d’actualité", "2 365", "9", "1,1 %"],
        ["Réseau professionnel", "310", "2", "4,0 %"],
      ]),
    );
  if (index % 4 === 0)
    content.push(
      imageOf("photo-1", {
        alt: "Maquette d’une publication : un vélo cargo devant la vitrine, titre en haut à gauche.",
        caption: "Maquette de la publication d’ouverture (dessin de l’auteur)",
      }),
    );
  for (let part = 0; wordsIn(content) < words; part += 1) {
    content.push(
      heading(part % 3 === 2 ? 3 : 2, HEADINGS[(index + part) % HEADINGS.length] as string),
    );
    for (let i = 0; i < 3; i += 1) content.push(paragraph(sentences(index + part + i, 4)));
    content.push(
      part % 2 === 0
        ? bullets(
            [paragraph(sentences(part, 1))],
            [paragraph(sentences(part + 1, 1))],
            [paragraph(sentences(part + 2, 1))],
          )
        : { type: "blockquote", content: [paragraph(sentences(part + 5, 1))] },
    );
  }
  return doc(...content);
}

function wordsIn(nodes: DocNode[]): number {
  return JSON.stringify(nodes).split(" ").length;
}

export const sampleFigures: Figure[] = [
  {
    id: "client-interview:coverage",
    title: "Thèmes abordés pendant l’entretien",
    alt: "Diagramme en barres : budget 100 %, objectifs 75 %, public 50 %, droits 0 %.",
    source: "Entretien client du 4 novembre 2026, calcul de l’outil",
    body: {
      kind: "bars",
      unit: "%",
      max: 100,
      items: [
        { label: "Budget", value: 100, note: "montant et échéance obtenus" },
        { label: "Objectifs", value: 75 },
        { label: "Public visé", value: 50 },
        { label: "Droits sur les images", value: 0, note: "thème jamais abordé" },
      ],
    },
  },
  {
    id: "client-interview:transcript",
    title: "Transcription de l’entretien",
    alt: "Transcription de l’entretien, douze échanges.",
    body: {
      kind: "transcript",
      turns: Array.from({ length: 12 }, (_, i) => ({
        speaker: i % 2 === 0 ? "Vous" : "Inès Carbonnel",
        text:
          i % 2 === 0
            ? "Si vous deviez ne garder qu’un seul résultat dans un an, lequel serait-ce, et à combien le chiffrez-vous ?"
            : "Concrètement, je voudrais que l’atelier se remplisse du mardi au jeudi. Le samedi, on refuse du monde ; le mercredi, on balaie.",
      })),
    },
  },
  {
    id: "client-interview:guide",
    title: "Guide d’entretien",
    alt: "Six questions préparées, classées par thème.",
    body: {
      kind: "table",
      columns: [
        { key: "theme", label: "Thème" },
        { key: "question", label: "Question préparée" },
        { key: "asked", label: "Posée", align: "end" },
      ],
      rows: ["Budget", "Objectifs", "Public", "Droits"].map((theme, i) => ({
        theme,
        question: "Qu’est-ce qui a déjà été essayé, et qu’en avez-vous retenu ?",
        asked: i,
      })),
    },
  },
];

/** A dossier of one block with every section written: about 40 pages when `wordsPerSection` is 900. */
export async function sampleDossierInput(
  block = "BC01",
  wordsPerSection = 420,
): Promise<DossierInput> {
  const { subjects } = await readCatalogue();
  const subject = subjects.find((s) => s.block === block);
  if (!subject) throw new Error(`No subject for block ${block}`);
  const certification = loadCertification(subject.certification);
  const found = findBlock(certification, block);
  if (!found) throw new Error(`No block ${block}`);
  const sections = subject.sections.map((s, index) => ({
    key: s.key,
    doc: sectionDoc(index, wordsPerSection),
  }));
  const stepId = subject.steps[0]?.id ?? "";
  return {
    subject: publicSubject(subject),
    certification,
    block: found,
    sections,
    figures: sampleFigures.map((figure) => ({ stepId, figure })),
    images: [{ id: "photo-1", name: "maquette.webp", width: 1200, height: 720 }],
    ratings: found.competencies.map((c, i) => ({
      competency: c.id,
      level: (i % certification.scale.levels.length) + 1,
      justification: SENTENCES[i % SENTENCES.length] as string,
    })),
    evidence: found.competencies.map((c, i) => ({
      id: `e${i}`,
      competency: c.id,
      attempt: 1,
      kind: "passage" as const,
      sectionKey: sections[i % sections.length]?.key ?? "",
      quote:
        i === 2
          ? "Une phrase que le texte ne contient plus."
          : (SENTENCES[((i % sections.length) * 3) % SENTENCES.length] as string),
      fingerprint: "",
      note: "",
      createdAt: "2026-11-20T10:00:00Z",
    })),
    promptRuns: [1, 2, 3].map((n) => ({
      id: `run-${n}`,
      stepId,
      prompt:
        "Rôle : vous êtes community manager.\n\nTâche : proposez trois formules de positionnement de douze mots.\nContraintes : pas de superlatif, pas d’anglicisme.",
      output:
        "1. Un atelier où l’on apprend à réparer avant de remplacer.\n2. Le vélo qui dure, près du pont.\n3. Réparer ensemble, rouler longtemps.",
      tool: "modèle d’entraînement hors ligne",
      model: "atelier-1",
      temperature: 0.7,
      kept: n !== 2,
      note: n === 1 ? "Première formule gardée, verbe changé." : "",
      insertedIn: n === 1 ? (sections[1]?.key ?? null) : null,
      at: new Date(`2026-11-0${n}T13:32:00Z`),
    })),
    artefacts: [],
    author: "Lou Martin",
    date: new Date("2026-11-23T09:00:00Z"),
  };
}

/** A drawing as WebP, as the upload pipeline would have stored it. */
export function sampleImage(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="720"><rect width="1200" height="720" fill="#e5ebf7"/><circle cx="820" cy="430" r="210" fill="#24468c"/><rect x="90" y="90" width="420" height="44" fill="#221d18"/><rect x="90" y="160" width="300" height="24" fill="#84786a"/></svg>`;
  return sharp(Buffer.from(svg)).webp({ quality: 80 }).toBuffer();
}
