import { useForm } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import type { NoticeTone } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import { type FormAnswer, resultOf } from "./form-answer.ts";
import { AccountField, AccountForm, PageNotice, PasswordField } from "./form-parts.tsx";

type Props = {
  answer: FormAnswer | undefined;
  notice: { tone: NoticeTone; text: string } | null;
  /** Where to go afterwards; already checked by the server. */
  retour: string | null;
};

export function SignInScreen({ answer, notice, retour }: Props) {
  const [form, fields] = useForm<{ email: string; password: string }>({
    id: "connexion",
    lastResult: resultOf(answer, "signIn"),
  });
  const search = retour ? `?${new URLSearchParams({ retour })}` : "";
  return (
    <Page title="Se connecter" lead="Retrouvez vos espaces de travail là où vous les avez laissés.">
      <PageNotice notice={notice} />
      <AccountForm form={form} hidden={{ retour }}>
        <AccountField
          field={fields.email}
          name="email"
          label="Adresse électronique"
          type="email"
          autoComplete="username"
          maxLength={254}
        />
        <PasswordField
          field={fields.password}
          name="password"
          label="Mot de passe"
          autoComplete="current-password"
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button type="submit" variant="primary">
            Se connecter
          </Button>
          <Link to={paths.passwordForgotten()}>Mot de passe oublié</Link>
        </div>
      </AccountForm>
      <p className="measure mt-10 border-t border-line pt-6">
        Pas encore de compte ? <Link to={paths.signUp() + search}>Créer un compte</Link>. On peut
        lire le référentiel, parcourir les sujets et essayer les outils sans compte.
      </p>
    </Page>
  );
}
