import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { ChartSvg } from "./chart-svg.tsx";
import { pagePalette } from "./drawing.ts";
import { type RadarProps, radarDrawing } from "./radar-drawing.ts";

/** Levels on several axes, for one to four series; the same figures stand in a table underneath. */
export function RadarChart(props: RadarProps & { className?: string }) {
  const { title, axes, series, levels, className } = props;
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : (levels?.[value - 1] ?? value);
  return (
    <figure className={className}>
      <ChartSvg drawing={radarDrawing(props, pagePalette)} />
      <Disclosure summary="Lire le graphique en tableau" className="mt-2 text-s">
        <DataTable
          caption={title}
          rowHeader="axis"
          columns={[
            { key: "axis", label: "Axe" },
            ...series.map((one) => ({ key: one.id, label: one.label })),
          ]}
          rows={axes.map((axis, index) => ({
            axis: axis.label,
            ...Object.fromEntries(series.map((one) => [one.id, shown(one.values[index])])),
          }))}
        />
      </Disclosure>
    </figure>
  );
}
