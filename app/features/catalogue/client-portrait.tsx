import type { PublicSubject } from "~/domain/subject.ts";
import { DataTable } from "~/ui/data-table.tsx";
import { formatNumber } from "~/ui/french.ts";

type Props = Pick<PublicSubject, "client" | "presences">;

/** Who the client is: story, facts, people, offers, accounts, identity. Public facts only. */
export function ClientPortrait({ client, presences }: Props) {
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-2">
      <div className="space-y-4">
        <p className="measure">{client.story}</p>
        <p className="measure">
          <strong>Ses valeurs</strong>
          {"\u00a0"}: {client.values.join(" · ")}.
        </p>
        <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
          {[
            { label: "Secteur", value: client.sector },
            { label: "Lieu", value: client.place },
            ...client.facts,
          ].map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-muted">{fact.label}</dt>
              <dd className="mb-2 sm:mb-0">{fact.value}</dd>
            </div>
          ))}
        </dl>
        <Identity identity={client.identity} />
      </div>
      <div className="space-y-8">
        <DataTable
          caption="L’équipe"
          rowHeader="name"
          columns={[
            { key: "name", label: "Personne" },
            { key: "role", label: "Rôle" },
          ]}
          rows={client.team}
        />
        <DataTable
          caption="Ce qu’il vend"
          rowHeader="name"
          columns={[
            { key: "name", label: "Offre" },
            { key: "price", label: "Prix" },
          ]}
          rows={client.offers}
        />
        <DataTable
          caption="Ses comptes"
          rowHeader="network"
          columns={[
            { key: "network", label: "Réseau" },
            { key: "handle", label: "Compte" },
            { key: "followers", label: "Abonnés", align: "end" },
          ]}
          rows={presences.map((p) => ({ ...p, followers: formatNumber(p.followers) }))}
        />
      </div>
    </div>
  );
}

function Identity({ identity }: { identity: Props["client"]["identity"] }) {
  return (
    <div>
      <h3 className="font-semibold">Identité existante</h3>
      <ul className="mt-2 flex flex-wrap gap-4">
        {identity.colors.map((color) => (
          <li key={color} className="flex items-center gap-2 font-mono text-s">
            <svg width="22" height="22" aria-hidden="true" className="rounded-xs">
              <rect width="22" height="22" fill={color} stroke="currentColor" strokeOpacity="0.4" />
            </svg>
            {color}
          </li>
        ))}
      </ul>
      <p className="mt-2">
        Polices{"\u00a0"}: {identity.fonts.join(", ")}. Logo{"\u00a0"}: {identity.logo}.
      </p>
    </div>
  );
}
