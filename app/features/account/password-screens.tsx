import { useForm } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button, LinkButton } from "~/ui/button.tsx";
import { Notice, type NoticeTone } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import { type FormAnswer, resultOf } from "./form-answer.ts";
import { AccountField, AccountForm, PageNotice, PasswordField } from "./form-parts.tsx";

type ForgottenProps = {
  answer: FormAnswer | undefined;
  notice: { tone: NoticeTone; text: string } | null;
  /** No SMTP server is set: letters wait for the administrator. */
  lettersAreKept: boolean;
};

export function PasswordForgottenScreen({ answer, notice, lettersAreKept }: ForgottenProps) {
  const [form, fields] = useForm<{ email: string }>({
    id: "oubli",
    lastResult: resultOf(answer, "passwordForgotten"),
  });
  const sent = answer?.form === "passwordForgotten" && answer.done;
  return (
    <Page
      title="Mot de passe oublié"
      lead="Indiquez l’adresse de votre compte : vous recevrez un lien pour choisir un nouveau mot de passe."
    >
      {sent ? (
        <Notice tone="info" role="status" className="measure">
          <p>
            Si un compte existe avec cette adresse, un courriel vient d’y partir. Son lien sert une
            seule fois, pendant une heure.
          </p>
          {lettersAreKept ? (
            <p className="mt-2">
              Cette installation n’envoie pas de courriels : elle les garde. Demandez le vôtre à la
              personne qui l’administre.
            </p>
          ) : null}
        </Notice>
      ) : (
        <>
          <PageNotice notice={notice} />
          <AccountForm form={form}>
            <AccountField
              field={fields.email}
              name="email"
              label="Adresse électronique"
              type="email"
              autoComplete="username"
              maxLength={254}
            />
            <Button type="submit" variant="primary" className="self-start">
              Recevoir le lien
            </Button>
          </AccountForm>
        </>
      )}
      <p className="mt-10">
        <Link to={paths.signIn()}>Revenir à la connexion</Link>
      </p>
    </Page>
  );
}

type NewProps = { answer: FormAnswer | undefined; token: string };

export function PasswordNewScreen({ answer, token }: NewProps) {
  const [form, fields] = useForm<{ passwordNew: string }>({
    id: "nouveau",
    lastResult: resultOf(answer, "passwordNew"),
  });
  if (!token) {
    return (
      <Page
        title="Choisir un nouveau mot de passe"
        lead="Cette page s’ouvre par le lien d’un courriel. Le vôtre semble incomplet."
      >
        <LinkButton to={paths.passwordForgotten()} variant="primary">
          Demander un nouveau lien
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page
      title="Choisir un nouveau mot de passe"
      lead="Il remplacera l’ancien tout de suite. Vos appareils connectés seront déconnectés."
    >
      <AccountForm form={form} hidden={{ jeton: token }}>
        <PasswordField
          field={fields.passwordNew}
          name="passwordNew"
          label="Nouveau mot de passe"
          hint="Au moins 10 caractères. Une courte phrase se retient bien."
          autoComplete="new-password"
          minLength={10}
        />
        <Button type="submit" variant="primary" className="self-start">
          Enregistrer ce mot de passe
        </Button>
      </AccountForm>
    </Page>
  );
}
