import type { NoticeTone } from "~/ui/notice.tsx";

/** What a page says after a redirect, by the code in its address (`?avis=`): an address cannot make it say else. */
const notices = {
  "nom-change": ["success", "Votre nom est changé."],
  "adresse-a-confirmer": [
    "info",
    "Si cette adresse est libre, un lien de confirmation vient d’y partir. Votre adresse actuelle reste la bonne jusque-là.",
  ],
  "adresse-changee": [
    "success",
    "Votre nouvelle adresse est confirmée : c’est avec elle que vous vous connectez.",
  ],
  "adresse-confirmee": ["success", "Votre adresse est confirmée : vous pouvez vous connecter."],
  "lien-perime": [
    "warning",
    "Ce lien a déjà servi ou n’est plus valable. Rien n’a changé : demandez-en un nouveau.",
  ],
  "mot-de-passe-change": [
    "success",
    "Votre mot de passe est changé et vos autres appareils sont déconnectés.",
  ],
  "mot-de-passe-choisi": [
    "success",
    "Votre nouveau mot de passe est enregistré. Connectez-vous avec lui ; vos appareils ont été déconnectés.",
  ],
  "appareil-deconnecte": ["success", "Cet appareil est déconnecté."],
  "appareils-deconnectes": ["success", "Tous vos autres appareils sont déconnectés."],
  "compte-efface": [
    "success",
    "Votre compte, vos textes et vos fichiers sont effacés. Merci d’avoir travaillé ici, et bonne route.",
  ],
  deconnecte: ["success", "Vous êtes déconnecté·e. Votre travail est gardé."],
} as const satisfies Record<string, readonly [NoticeTone, string]>;

export type NoticeCode = keyof typeof notices;

/** The notice of an address, if it names one. */
export function noticeOf(url: URL): { tone: NoticeTone; text: string } | null {
  const code = url.searchParams.get("avis") ?? "";
  if (!Object.hasOwn(notices, code)) return null;
  const [tone, text] = notices[code as NoticeCode];
  return { tone, text };
}

/** A page's address with a notice to show there. */
export function withNotice(path: string, code: NoticeCode): string {
  return `${path}?${new URLSearchParams({ avis: code })}`;
}
