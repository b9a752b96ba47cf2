import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "~/paths.ts";
import { Button, buttonClass } from "~/ui/button.tsx";
import type { NoticeTone } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import { EmailForm, EraseForm, NameForm, PasswordForm } from "./account-forms.tsx";
import type { FormAnswer } from "./form-answer.ts";
import { PageNotice } from "./form-parts.tsx";
import { type SessionRow, SessionsTable } from "./sessions-table.tsx";

type Props = {
  name: string;
  email: string;
  /** No SMTP server is set: letters wait for the administrator. */
  lettersAreKept: boolean;
  sessions: SessionRow[];
  /** When the server made this page: a form that did its work is drawn anew, its passwords gone. */
  drawnAt: number;
  answer: FormAnswer | undefined;
  notice: { tone: NoticeTone; text: string } | null;
};

/** My account: who I am, how I come in, from where, and what I take away or erase. */
export function AccountScreen({
  name,
  email,
  lettersAreKept,
  sessions,
  drawnAt,
  answer,
  notice,
}: Props) {
  return (
    <Page title="Mon compte" lead={email}>
      <PageNotice notice={notice} />
      <div key={drawnAt} className="flex flex-col gap-12">
        <Part id="nom" title="Nom">
          <NameForm answer={answer} name={name} />
        </Part>
        <Part id="adresse" title="Adresse électronique">
          <EmailForm answer={answer} email={email} lettersAreKept={lettersAreKept} />
        </Part>
        <Part id="mot-de-passe" title="Mot de passe">
          <PasswordForm answer={answer} email={email} />
        </Part>
        <Part id="appareils" title="Appareils connectés">
          <SessionsTable sessions={sessions} />
        </Part>
        <Part id="donnees" title="Emporter mes données">
          <p className="measure">
            Une archive ZIP de tout ce qui est à vous : profil, espaces de travail, textes et leurs
            versions, entretiens, essais, évaluations, preuves et images.
          </p>
          {/* A plain link: the browser downloads the file, with or without scripts. */}
          <a
            href={paths.accountData()}
            download
            className={`${buttonClass("secondary")} self-start`}
          >
            Télécharger mes données
          </a>
        </Part>
        <Part id="deconnexion" title="Se déconnecter">
          <Form method="post" action={paths.signOut()}>
            <Button type="submit">Se déconnecter de cet appareil</Button>
          </Form>
        </Part>
        <Part id="suppression" title="Supprimer mon compte">
          <EraseForm answer={answer} />
        </Part>
      </div>
    </Page>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-5 border-t border-line pt-8">
      <h2 id={id} className="font-title text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}
