/** Every address of the app is made here; tests/promises/paths.test.ts holds this file against routes.ts. */
const enc = encodeURIComponent;

export const paths = {
  home: () => "/",
  about: () => "/a-propos",
  accessibility: () => "/accessibilite",
  health: () => "/sante",

  referential: () => "/referentiel",
  block: (block: string) => `/referentiel/${enc(block)}`,
  competency: (block: string, competency: string) =>
    `/referentiel/${enc(block)}/${enc(competency)}`,

  subjects: () => "/sujets",
  subject: (slug: string) => `/sujets/${enc(slug)}`,
  /** `version`: of the subject, when it is not the newest one that is meant. */
  annex: (slug: string, annex: string, version: number | null = null) =>
    `/sujets/${enc(slug)}/annexes/${enc(annex)}${version ? `?version=${version}` : ""}`,
  annexDownload: (slug: string, annex: string, version: number | null = null) =>
    `/sujets/${enc(slug)}/annexes/${enc(annex)}/telecharger${version ? `?version=${version}` : ""}`,

  demo: () => "/demo",
  demoPrompts: () => "/demo/banc-de-prompts",
  demoRuns: () => "/demo/banc-de-prompts/essais",
  demoTool: (tool: string) => `/demo/${enc(tool)}`,

  receipts: () => "/recus",
  receipt: (code: string) => `/recus/${enc(code)}`,

  signIn: () => "/connexion",
  signUp: () => "/inscription",
  signOut: () => "/deconnexion",
  passwordForgotten: () => "/mot-de-passe-oublie",
  passwordNew: () => "/nouveau-mot-de-passe",
  account: () => "/compte",
  accountData: () => "/compte/donnees",
  accountEmail: () => "/compte/adresse",
  outbox: () => "/courriels",

  cohorts: () => "/groupes",
  cohort: (id: string) => `/groupes/${enc(id)}`,
  cohortSubmission: (id: string, submission: string) =>
    `/groupes/${enc(id)}/depots/${enc(submission)}`,
  join: (code: string) => `/rejoindre/${enc(code)}`,

  dashboard: () => "/tableau-de-bord",
  workspaces: () => "/espaces",
  workspace: (id: string) => `/espaces/${enc(id)}`,
  step: (id: string, step: string) => `/espaces/${enc(id)}/etapes/${enc(step)}`,
  assessment: (id: string) => `/espaces/${enc(id)}/evaluation`,
  dossier: (id: string) => `/espaces/${enc(id)}/dossier`,
  dossierPdf: (id: string) => `/espaces/${enc(id)}/dossier.pdf`,
  dossierHtml: (id: string) => `/espaces/${enc(id)}/dossier.html`,
  submission: (id: string, number: number | string) => `/espaces/${enc(id)}/depots/${number}`,
  submissionPdf: (id: string, number: number | string) =>
    `/espaces/${enc(id)}/depots/${number}/dossier.pdf`,
  submissionSnapshot: (id: string, number: number | string) =>
    `/espaces/${enc(id)}/depots/${number}/instantane.json`,
  pack: (id: string) => `/espaces/${enc(id)}/pack.zip`,
  competencies: (id: string) => `/espaces/${enc(id)}/competences`,
  section: (id: string, section: string) => `/espaces/${enc(id)}/parties/${enc(section)}`,
  revisions: (id: string, section: string) =>
    `/espaces/${enc(id)}/parties/${enc(section)}/versions`,
  tool: (id: string, step: string, tool: string) =>
    `/espaces/${enc(id)}/outils/${enc(step)}/${enc(tool)}`,
  runs: (id: string, step: string) => `/espaces/${enc(id)}/essais/${enc(step)}`,
  images: (id: string) => `/espaces/${enc(id)}/images`,
  image: (id: string, asset: string) => `/espaces/${enc(id)}/images/${enc(asset)}`,
  generatedImage: (id: string) => `/espaces/${enc(id)}/images-generees`,
  videos: (id: string) => `/espaces/${enc(id)}/videos`,
  video: (id: string, asset: string) => `/espaces/${enc(id)}/videos/${enc(asset)}`,
};
