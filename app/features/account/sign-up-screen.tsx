import { useForm } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";
import { type FormAnswer, resultOf } from "./form-answer.ts";
import { AccountField, AccountForm, PasswordField } from "./form-parts.tsx";

type Props = { answer: FormAnswer | undefined; retour: string | null };

export function SignUpScreen({ answer, retour }: Props) {
  const [form, fields] = useForm<{ name: string; email: string; password: string }>({
    id: "inscription",
    lastResult: resultOf(answer, "signUp"),
  });
  const search = retour ? `?${new URLSearchParams({ retour })}` : "";
  if (answer?.form === "signUp" && answer.done) return <LetterSent />;
  return (
    <Page
      title="Créer un compte"
      lead="Un compte garde votre travail : chaque mot, chaque version, chaque évaluation."
    >
      <AccountForm form={form} hidden={{ retour }}>
        <AccountField
          field={fields.name}
          name="name"
          label="Prénom et nom"
          hint="Tels qu’ils paraîtront sur la couverture de votre dossier."
          autoComplete="name"
          maxLength={80}
        />
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
          hint="Au moins 10 caractères. Une courte phrase se retient bien."
          autoComplete="new-password"
          minLength={10}
        />
        <p className="text-s text-muted">
          Nous gardons votre nom, votre adresse et votre travail, rien d’autre, et ne les donnons à
          personne. Vous pouvez tout emporter ou tout effacer depuis votre compte.
        </p>
        <Button type="submit" variant="primary" className="self-start">
          Créer mon compte
        </Button>
      </AccountForm>
      <p className="measure mt-10 border-t border-line pt-6">
        Déjà un compte ? <Link to={paths.signIn() + search}>Se connecter</Link>.
      </p>
    </Page>
  );
}

function LetterSent() {
  return (
    <Page title="Un courriel vient de partir">
      <Notice tone="info" role="status" className="measure">
        <p>
          Ouvrez-le et suivez son lien : il confirme votre adresse, et vous pourrez vous connecter.
          Rien reçu dans cinq minutes ? Regardez dans les indésirables.
        </p>
      </Notice>
      <p className="mt-6">
        <Link to={paths.signIn()}>Se connecter</Link>
      </p>
    </Page>
  );
}
