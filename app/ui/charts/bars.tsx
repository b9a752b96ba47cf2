import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { type BarsProps, barsDrawing, valueWithUnit } from "./bars-drawing.ts";
import { ChartSvg } from "./chart-svg.tsx";
import { pagePalette } from "./drawing.ts";

/** Values side by side; the same figures stand in a table underneath. */
export function BarsChart(props: BarsProps & { className?: string }) {
  const { title, unit, items, className } = props;
  const noted = items.some((item) => item.note);
  return (
    <figure className={className}>
      <ChartSvg drawing={barsDrawing(props, pagePalette)} />
      <Disclosure summary="Lire le graphique en tableau" className="mt-2 text-s">
        <DataTable
          caption={title}
          rowHeader="label"
          columns={[
            { key: "label", label: "Élément" },
            { key: "value", label: "Valeur", align: "end" },
            ...(noted ? [{ key: "note", label: "Remarque" }] : []),
          ]}
          rows={items.map((item) => ({
            label: item.label,
            value: valueWithUnit(item.value, unit),
            note: item.note ?? "",
          }))}
        />
      </Disclosure>
    </figure>
  );
}
