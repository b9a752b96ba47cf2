import { Form, Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";

/** What joining means, before it is done. */
export function JoinScreen({
  invitation,
  message,
}: {
  invitation: { name: string; trainers: string[] } | null;
  message: string | null;
}) {
  return (
    <Page
      above={<Link to={paths.cohorts()}>Groupes</Link>}
      title={invitation ? `Rejoindre «\u00a0${invitation.name}\u00a0»` : "Rejoindre un groupe"}
    >
      {message ? (
        <Notice tone="danger" role="alert" title="Ce groupe ne s’ouvre pas">
          <p>{message}</p>
        </Notice>
      ) : null}
      {invitation ? (
        <>
          <p className="measure">
            {`Équipe de formation\u00a0: ${invitation.trainers.join(", ") || "personne pour l’instant"}. `}
            Elle verra votre nom, et les dépôts que vous choisirez de donner au groupe. Rien
            d’autre. Vous pourrez quitter le groupe à tout moment.
          </p>
          <Form method="post" className="mt-6">
            <Button type="submit" variant="primary">
              Rejoindre le groupe
            </Button>
          </Form>
        </>
      ) : (
        <p className="mt-6">
          <Link to={paths.cohorts()}>Revenir aux groupes et essayer un autre code</Link>
        </p>
      )}
    </Page>
  );
}
