import type { ReactNode } from "react";
import { formatDate } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Tag } from "~/ui/tag.tsx";
import type { Sheet } from "./referential.server.ts";

/** The sheet's own words, copied as they are: ruled by ink, on the brightest ground. */
export function Official({ children, cite }: { children: ReactNode; cite?: string }) {
  return (
    <figure className="my-4 border-l-4 border-ink bg-surface py-4 pr-5 pl-5">
      <figcaption className="mb-2">
        <Tag tone="info">Texte officiel</Tag>
      </figcaption>
      <blockquote cite={cite} className="m-0 flex flex-col gap-3 border-0 p-0 text-ink">
        {children}
      </blockquote>
    </figure>
  );
}

/** Our own words about the sheet: dashed, never to be mistaken for it. */
export function Ours({
  label = "Repères de la plateforme, non officiels",
  children,
}: {
  label?: string;
  children: ReactNode;
}) {
  return (
    <div className="my-4 rounded-m border border-strong border-dashed px-5 py-4">
      <p className="mb-3">
        <Tag>{label}</Tag>
      </p>
      {children}
    </div>
  );
}

/** The date the registration ended, and that we are nobody's delegate. Shown wherever the sheet is read. */
export function RegistrationNotice({ sheet }: { sheet: Sheet }) {
  return (
    <Notice tone="warning" title="Enregistrement arrivé à échéance" className="mb-8">
      <p className="measure">{sheet.registrationNotice}</p>
      <p className="measure mt-2">
        Bloc à bloc n’a aucun lien avec {sheet.certifier.tradeName}, l’organisme certificateur. La
        fiche précise{"\u00a0"}: «{"\u00a0"}
        {sheet.certifier.accreditation}
        {"\u00a0"}». S’entraîner ici ne certifie rien et n’ouvre aucun droit.
      </p>
    </Notice>
  );
}

/** Where the official words were read, and when. */
export function SourceLine({ sheet }: { sheet: Sheet }) {
  return (
    <p className="measure mt-12 border-line border-t pt-4 text-muted text-s">
      <Icon name="document" size={16} className="mr-1.5 inline align-[-2px]" />
      Source{"\u00a0"}: <a href={sheet.source.url}>{sheet.source.title}</a>, relevée le{" "}
      {formatDate(sheet.source.readOn)}. Les textes officiels sont recopiés à l’identique, fautes
      comprises.
    </p>
  );
}
