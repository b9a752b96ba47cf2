import type { Finding } from "~/domain/finding.ts";
import { Icon } from "./icon.tsx";

const groups = [
  { title: "À retravailler", met: false, icon: "alert", tone: "text-warning" },
  { title: "Ce qui est fait", met: true, icon: "check", tone: "text-success" },
  { title: "Pas encore observable", met: null, icon: "clock", tone: "text-muted" },
] as const;

/** What an engine observed, never a mark; what to work on comes first. Headings are of level 4. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <div className="flex flex-col gap-8">
      <p className="measure text-muted">
        Ces constats sont relevés automatiquement. Ce ne sont ni des notes ni des critères
        officiels.
      </p>
      {groups.map((group) => {
        const list = findings.filter((f) => f.met === group.met);
        if (list.length === 0) return null;
        return (
          <div key={group.title}>
            <h4 className="flex items-center gap-2 text-l">
              <Icon name={group.icon} size={20} className={group.tone} />
              {group.title}
            </h4>
            <ul className="mt-3 flex flex-col divide-y divide-line border-y border-line">
              {list.map((finding) => (
                <li key={finding.rule} className="py-3">
                  <p className="measure">{finding.note}</p>
                  <p className="text-s text-muted">
                    {finding.source}
                    {finding.criterion ? ` · critère ${finding.criterion}` : ""}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
