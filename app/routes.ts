import { index, type RouteConfig, route } from "@remix-run/route-config";

/** The site map: French addresses, English files. */
export default [
  index("routes/home.tsx"),
  route("a-propos", "routes/about.tsx"),
  route("accessibilite", "routes/accessibility.tsx"),
  route("sante", "routes/health.ts"),

  route("referentiel", "routes/referential.tsx"),
  route("referentiel/:block", "routes/referential-block.tsx"),
  route("referentiel/:block/:competency", "routes/referential-competency.tsx"),

  route("sujets", "routes/subjects.tsx"),
  route("sujets/:slug", "routes/subject.tsx"),
  route("sujets/:slug/annexes/:annex", "routes/subject-annex.tsx"),
  route("sujets/:slug/annexes/:annex/telecharger", "routes/subject-annex-download.ts"),

  route("demo", "routes/demo.tsx"),
  route("demo/banc-de-prompts", "routes/demo-prompts.tsx"),
  route("demo/banc-de-prompts/essais", "routes/demo-runs.ts"),
  route("demo/:tool", "routes/demo-tool.tsx"),

  route("recus", "routes/receipts.tsx"),
  route("recus/:code", "routes/receipt.tsx"),

  route("connexion", "routes/sign-in.tsx"),
  route("inscription", "routes/sign-up.tsx"),
  route("deconnexion", "routes/sign-out.ts"),
  route("mot-de-passe-oublie", "routes/password-forgotten.tsx"),
  route("nouveau-mot-de-passe", "routes/password-new.tsx"),
  route("compte", "routes/account.tsx"),
  route("compte/donnees", "routes/account-data.ts"),
  route("compte/adresse", "routes/account-email.ts"),
  route("courriels", "routes/outbox.tsx"),

  route("groupes", "routes/cohorts.tsx"),
  route("groupes/:id", "routes/cohort.tsx"),
  route("groupes/:id/depots/:submission", "routes/cohort-submission.ts"),
  route("rejoindre/:code", "routes/cohort-join.tsx"),

  route("tableau-de-bord", "routes/dashboard.tsx"),
  route("espaces", "routes/workspaces.ts"),
  route("espaces/:id", "routes/workspace.tsx", [
    index("routes/workspace-index.ts"),
    route("etapes/:step", "routes/workspace-step.tsx"),
    route("evaluation", "routes/workspace-assessment.tsx"),
    route("dossier", "routes/workspace-dossier.tsx"),
    route("depots/:number", "routes/workspace-submission.tsx"),
    route("parties/:section/versions", "routes/workspace-revisions.tsx"),
  ]),
  route("espaces/:id/dossier.pdf", "routes/dossier-pdf.ts"),
  route("espaces/:id/dossier.html", "routes/dossier-html.ts"),
  route("espaces/:id/depots/:number/dossier.pdf", "routes/submission-pdf.ts"),
  route("espaces/:id/depots/:number/instantane.json", "routes/submission-snapshot.ts"),
  route("espaces/:id/pack.zip", "routes/workspace-pack.ts"),
  route("espaces/:id/parties/:section", "routes/workspace-section.ts"),
  route("espaces/:id/competences", "routes/workspace-competencies.ts"),
  route("espaces/:id/outils/:step/:tool", "routes/workspace-tool.ts"),
  route("espaces/:id/essais/:step", "routes/workspace-runs.ts"),
  route("espaces/:id/images", "routes/workspace-images.ts"),
  route("espaces/:id/images-generees", "routes/workspace-generated-image.ts"),
  route("espaces/:id/images/:asset", "routes/workspace-image.ts"),
  route("espaces/:id/videos", "routes/workspace-videos.ts"),
  route("espaces/:id/videos/:asset", "routes/workspace-video.ts"),

  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
