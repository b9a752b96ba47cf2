import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button.tsx";
import { type FormAnswer, resultOf } from "./form-answer.ts";
import { AccountField, AccountForm, PasswordField } from "./form-parts.tsx";

type Props = { answer: FormAnswer | undefined };

export function NameForm({ answer, name }: Props & { name: string }) {
  const [form, fields] = useForm<{ name: string }>({
    id: "nom-formulaire",
    lastResult: resultOf(answer, "name"),
    defaultValue: { name },
  });
  return (
    <AccountForm form={form}>
      <AccountField
        field={fields.name}
        name="name"
        label="Prénom et nom"
        autoComplete="name"
        maxLength={80}
      />
      <Submit intent="name">Changer mon nom</Submit>
    </AccountForm>
  );
}

export function EmailForm({
  answer,
  email,
  lettersAreKept,
}: Props & { email: string; lettersAreKept: boolean }) {
  const [form, fields] = useForm<{ emailNew: string; emailPassword: string }>({
    id: "adresse-formulaire",
    lastResult: resultOf(answer, "email"),
  });
  return (
    <AccountForm form={form}>
      <p>
        Votre adresse est <strong className="break-all">{email}</strong>. Un lien partira à la
        nouvelle adresse ; elle remplacera celle-ci quand vous l’aurez suivi.
      </p>
      {lettersAreKept ? (
        <p className="text-s text-muted">
          Cette installation n’envoie pas de courriels : elle les garde. Demandez le lien à la
          personne qui l’administre.
        </p>
      ) : null}
      <AccountField
        field={fields.emailNew}
        name="emailNew"
        label="Nouvelle adresse"
        type="email"
        autoComplete="email"
        maxLength={254}
      />
      <PasswordField
        field={fields.emailPassword}
        name="emailPassword"
        label="Mot de passe actuel"
        autoComplete="current-password"
      />
      <Submit intent="email">Changer d’adresse</Submit>
    </AccountForm>
  );
}

export function PasswordForm({ answer, email }: Props & { email: string }) {
  const [form, fields] = useForm<{ passwordCurrent: string; passwordNew: string }>({
    id: "mot-de-passe-formulaire",
    lastResult: resultOf(answer, "password"),
  });
  return (
    <AccountForm form={form}>
      {/* Tells password managers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        field={fields.passwordCurrent}
        name="passwordCurrent"
        label="Mot de passe actuel"
        autoComplete="current-password"
      />
      <PasswordField
        field={fields.passwordNew}
        name="passwordNew"
        label="Nouveau mot de passe"
        hint="Au moins 10 caractères. Vos autres appareils seront déconnectés."
        autoComplete="new-password"
        minLength={10}
      />
      <Submit intent="password">Changer de mot de passe</Submit>
    </AccountForm>
  );
}

export function EraseForm({ answer }: Props) {
  const [form, fields] = useForm<{ deletePassword: string; deleteWord: string }>({
    id: "suppression-formulaire",
    lastResult: resultOf(answer, "delete"),
  });
  return (
    <AccountForm form={form}>
      <p>
        Votre compte, vos espaces de travail, vos textes et vos images seront effacés tout de suite
        et pour toujours. Pensez à télécharger vos données d’abord.
      </p>
      <PasswordField
        field={fields.deletePassword}
        name="deletePassword"
        label="Mot de passe"
        autoComplete="current-password"
      />
      <AccountField
        field={fields.deleteWord}
        name="deleteWord"
        label="Écrivez SUPPRIMER pour confirmer"
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={20}
      />
      <Submit intent="delete" danger>
        Supprimer mon compte
      </Submit>
    </AccountForm>
  );
}

function Submit({
  intent,
  danger = false,
  children,
}: {
  intent: string;
  danger?: boolean;
  children: string;
}) {
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      variant={danger ? "danger" : "secondary"}
      className="self-start"
    >
      {children}
    </Button>
  );
}
