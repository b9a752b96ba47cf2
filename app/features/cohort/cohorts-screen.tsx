import { Form, Link } from "@remix-run/react";
import { COHORT_NAME_MAX } from "~/domain/cohort.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { TextField } from "~/ui/field.tsx";
import { Page } from "~/ui/page.tsx";

export type CohortsScreenProps = {
  cohorts: { id: string; name: string; role: "trainer" | "learner"; archived: boolean }[];
  /** Why the last group was not made, with what was typed. */
  refused?: { name: string; message: string };
};

/** The groups of a person, joining one, making one. */
export function CohortsScreen({ cohorts, refused }: CohortsScreenProps) {
  return (
    <Page
      title="Groupes"
      lead={
        "Un groupe réunit des apprenants et leur équipe de formation. On y donne ses dépôts, un par un\u202f; le reste de son travail n’y est pas visible."
      }
    >
      {cohorts.length > 0 ? (
        <ul aria-label="Vos groupes" className="border-t border-line">
          {cohorts.map(({ id, name, role, archived }) => (
            <li key={id} className="border-b border-line">
              <Link
                to={paths.cohort(id)}
                className="flex min-h-12 flex-wrap items-center gap-x-3 py-2"
              >
                <span className="font-semibold">{name}</span>
                <span className="text-muted">
                  {role === "trainer" ? "vous formez" : "vous apprenez"}
                  {archived ? ", archivé" : ""}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="measure">
          Vous n’êtes dans aucun groupe. Avec le code que donne une formatrice ou un formateur, vous
          en rejoignez un{"\u202f"}; si vous formez, créez le vôtre et partagez son code.
        </p>
      )}
      <div className="mt-10 grid gap-10 md:grid-cols-2">
        <section aria-labelledby="rejoindre">
          <h2 id="rejoindre" className="font-title text-xl">
            Rejoindre un groupe
          </h2>
          <Form method="get" className="mt-4 flex flex-col items-start gap-4">
            <TextField
              className="w-full"
              label="Code du groupe"
              name="code"
              hint="Huit lettres et chiffres, par exemple 7KQ2-M9TX."
              autoComplete="off"
              required
            />
            <Button type="submit">Continuer</Button>
          </Form>
        </section>
        <section aria-labelledby="creer">
          <h2 id="creer" className="font-title text-xl">
            Créer un groupe
          </h2>
          <Form method="post" className="mt-4 flex flex-col items-start gap-4">
            <TextField
              className="w-full"
              label="Nom du groupe"
              name="name"
              maxLength={COHORT_NAME_MAX}
              hint={"Vous en serez la formatrice ou le formateur."}
              defaultValue={refused?.name ?? ""}
              error={refused?.message}
              autoComplete="off"
              required
            />
            <Button type="submit">Créer le groupe</Button>
          </Form>
        </section>
      </div>
    </Page>
  );
}
