import type { Certification } from "~/domain/certification.ts";
import { DataTable } from "~/ui/data-table.tsx";
import { Ours } from "./official.tsx";

/** The platform's own mastery scale, said to be its own. */
export function ScaleTable({ scale }: { scale: Certification["scale"] }) {
  return (
    <>
      <h2 className="mt-12 font-title text-xl">L’échelle de maîtrise</h2>
      <Ours label="Échelle de la plateforme, non officielle">
        <p className="measure mb-4">{scale.note}</p>
        <DataTable
          caption="Niveaux de l’échelle"
          hideCaption
          rowHeader="label"
          columns={[
            { key: "level", label: "Niveau", align: "end" },
            { key: "label", label: "Nom" },
            { key: "description", label: "Ce que montre le travail" },
          ]}
          rows={scale.levels.map(({ level, label, description }) => ({
            level,
            label,
            description,
          }))}
        />
      </Ours>
    </>
  );
}
