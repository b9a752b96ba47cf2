import { Disclosure } from "~/ui/disclosure.tsx";
import { formatDateTime } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import { Page } from "~/ui/page.tsx";

type KeptLetter = { file: string; at: Date | string; to: string; subject: string; text: string };

/** Letters kept here because no SMTP server is set; for the administrator only. */
export function OutboxScreen({ letters, sent }: { letters: KeptLetter[]; sent: boolean }) {
  return (
    <Page
      title="Courriels gardés"
      lead="Sans serveur d’envoi, les courriels restent ici 30 jours : transmettez-les à leur destinataire."
    >
      {sent ? (
        <Notice tone="info" className="mb-8">
          <p>
            Un serveur d’envoi est réglé : les nouveaux courriels partent, ils ne sont plus gardés.
          </p>
        </Notice>
      ) : null}
      {letters.length === 0 ? (
        <p>Aucun courriel n’attend.</p>
      ) : (
        <ul className="flex flex-col">
          {letters.map((letter) => (
            <li key={letter.file} className="flex flex-col gap-1 border-t border-line py-4">
              <h2 className="font-title text-l">{letter.subject}</h2>
              <p className="text-s text-muted">
                Pour <span className="break-all">{letter.to}</span>, le {formatDateTime(letter.at)}
              </p>
              <Disclosure
                summary={`Lire ce courriel${letters.length > 1 ? ` pour ${letter.to}` : ""}`}
              >
                <p className="measure whitespace-pre-wrap break-words">{letter.text}</p>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
