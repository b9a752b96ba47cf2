import { escapeHtml } from "~/domain/escape-html.ts";
import { paths } from "~/paths.ts";

/** A letter, ready to send: the same words in plain text and in simple HTML. */
export type Letter = { subject: string; text: string; html: string };

/** The link to choose a new password. `token` is good for one hour and one use. */
export function newPasswordLetter(origin: string, name: string, token: string): Letter {
  return letter("Choisir un nouveau mot de passe", name, [
    "Vous avez demandé à choisir un nouveau mot de passe pour Bloc à bloc.",
    {
      label: "Choisir mon nouveau mot de passe",
      url: `${origin}${paths.passwordNew()}?${new URLSearchParams({ jeton: token })}`,
    },
    "Ce lien sert une seule fois, pendant une heure. Vos autres appareils seront déconnectés.",
    "Si vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.",
  ]);
}

/** The link that confirms the address of a new account. */
export function confirmAddressLetter(origin: string, name: string, token: string): Letter {
  return letter("Confirmez votre adresse", name, [
    "Votre compte Bloc à bloc est prêt. Il reste à confirmer que cette adresse est bien la vôtre.",
    { label: "Confirmer mon adresse", url: confirmation(origin, token) },
    "Ce lien est valable une heure. S’il est périmé, connectez-vous : un nouveau lien vous sera envoyé.",
    "Si vous n’avez pas créé de compte, ne faites rien.",
  ]);
}

/** The link that makes the new address of an account take effect. */
export function changeAddressLetter(origin: string, name: string, token: string): Letter {
  return letter("Confirmez votre nouvelle adresse", name, [
    "Vous avez demandé à utiliser cette adresse pour votre compte Bloc à bloc.",
    { label: "Utiliser cette adresse", url: confirmation(origin, token) },
    "Ce lien est valable une heure et s’ouvre dans le navigateur où vous êtes connecté·e. D’ici là, votre ancienne adresse reste la bonne.",
    "Si vous n’avez rien demandé, ne faites rien.",
  ]);
}

/** Sent to the former address once the new one is in use, so that a theft is seen. */
export function addressChangedLetter(origin: string, name: string): Letter {
  return letter("L’adresse de votre compte a changé", name, [
    "Votre compte Bloc à bloc utilise désormais une autre adresse. Celle-ci ne permet plus de se connecter.",
    "Si ce n’est pas vous, écrivez sans attendre à la personne qui administre cette installation.",
    { label: "Ouvrir Bloc à bloc", url: `${origin}${paths.home()}` },
  ]);
}

/** Answers a sign-up with an address that has an account: the screen does not tell, the letter does. */
export function existingAccountLetter(origin: string, name: string): Letter {
  return letter("Vous avez déjà un compte", name, [
    "Quelqu’un, vous sans doute, vient de s’inscrire avec cette adresse. Elle a déjà un compte : rien n’a changé.",
    { label: "Me connecter", url: `${origin}${paths.signIn()}` },
    {
      label: "J’ai oublié mon mot de passe",
      url: `${origin}${paths.passwordForgotten()}`,
    },
  ]);
}

function confirmation(origin: string, token: string): string {
  return `${origin}${paths.accountEmail()}?${new URLSearchParams({ jeton: token })}`;
}

type Part = string | { label: string; url: string };

function letter(subject: string, name: string, parts: Part[]): Letter {
  const all: Part[] = [`Bonjour ${oneLine(name)},`, ...parts, "Bloc à bloc"];
  const text = all.map((part) =>
    typeof part === "string" ? part : `${part.label} :\n${part.url}`,
  );
  const html = all.map((part) =>
    typeof part === "string"
      ? `<p>${escapeHtml(part)}</p>`
      : `<p><a href="${escapeHtml(part.url)}">${escapeHtml(part.label)}</a></p>`,
  );
  return {
    subject: `${subject} – Bloc à bloc`,
    text: `${text.join("\n\n")}\n`,
    html: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${escapeHtml(subject)}</title><body>${html.join("")}</body></html>`,
  };
}

/** A name is what a person typed: it must not add lines to a letter. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
