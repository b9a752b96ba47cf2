import type { Finding } from "~/domain/finding.ts";
import { Button } from "~/ui/button.tsx";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm, usePlay } from "./move-form.tsx";
import type { InterviewView } from "./view-model.ts";

/** Phase 4: what was observed, never a mark; what to work on comes first. */
export function FindingsScreen({ view, findings }: { view: InterviewView; findings: Finding[] }) {
  const { pending } = usePlay();
  const groups = [
    { title: "À retravailler", met: false, icon: "alert", tone: "text-warning" },
    { title: "Ce qui est fait", met: true, icon: "check", tone: "text-success" },
    { title: "Pas encore observable", met: null, icon: "clock", tone: "text-muted" },
  ] as const;
  return (
    <div className="mt-4 flex flex-col gap-8">
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
      {view.phase === "prepare" ? null : (
        <div className="flex flex-col gap-3 border-t border-line pt-6">
          <p className="measure">
            Recommencer efface la conversation, jamais votre guide ni votre compte rendu.
          </p>
          <MoveForm action={{ type: "restart" }}>
            <Button type="submit" disabled={pending}>
              Recommencer l’entretien
            </Button>
          </MoveForm>
        </div>
      )}
    </div>
  );
}
