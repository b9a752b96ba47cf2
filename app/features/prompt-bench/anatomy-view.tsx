import { useMemo } from "react";
import {
  type Anatomy,
  nextComponent,
  type Presence,
  readAnatomy,
} from "~/engines/prompt-anatomy.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Icon, type IconName } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { BenchGuide } from "./run.ts";

const WORDS: Record<Presence, { text: string; icon: IconName; tone: string }> = {
  precise: { text: "précis", icon: "check", tone: "text-success" },
  general: { text: "présent, sans donnée précise", icon: "check", tone: "text-success" },
  word: { text: "mot seul, à compléter", icon: "alert", tone: "text-warning" },
  absent: { text: "absent", icon: "minus", tone: "text-muted" },
};

/** Which parts of a good prompt are there, where they were seen, and the one thing to add next. */
export function AnatomyView({
  guide,
  prompt,
  onAdd,
}: {
  guide: BenchGuide;
  prompt: string;
  /** Adds a line with blanks to the prompt; null before the script runs. */
  onAdd: ((line: string) => void) | null;
}) {
  const anatomy = useMemo(() => readAnatomy(guide, prompt), [guide, prompt]);
  const present = anatomy.components.filter(
    (c) => c.presence === "precise" || c.presence === "general",
  ).length;
  return (
    <div className="flex flex-col gap-3">
      <NextThing guide={guide} anatomy={anatomy} onAdd={onAdd} />
      <Warnings anatomy={anatomy} />
      <Disclosure
        summary={`Anatomie du prompt\u00a0: ${present} élément${present > 1 ? "s" : ""} sur ${guide.components.length}`}
      >
        <ul className="flex flex-col gap-2">
          {anatomy.components.map((reading, index) => {
            const component = guide.components[index]!;
            const words = WORDS[reading.presence];
            const seen = reading.sentences[0];
            return (
              <li key={reading.id} className="flex gap-2 border-b border-line pb-2 text-s">
                <Icon name={words.icon} size={18} className={`mt-0.5 shrink-0 ${words.tone}`} />
                <div className="min-w-0">
                  <p>
                    <span className="font-semibold">{component.name}</span>
                    {"\u00a0"}: {words.text}
                  </p>
                  {seen && reading.presence !== "absent" ? (
                    <p className="text-muted break-words">
                      «{"\u00a0"}
                      <mark className="bg-info-soft text-ink">
                        {short(anatomy.text.slice(seen.start, seen.end))}
                      </mark>
                      {"\u00a0"}»
                    </p>
                  ) : (
                    <p className="text-muted">
                      {component.question} Exemple{"\u00a0"}: {component.example}
                    </p>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
        <p className="mt-2 text-xs text-muted">{guide.source.note}</p>
      </Disclosure>
    </div>
  );
}

function short(sentence: string): string {
  return sentence.length > 140 ? `${sentence.slice(0, 139).trimEnd()}…` : sentence;
}

function NextThing({
  guide,
  anatomy,
  onAdd,
}: {
  guide: BenchGuide;
  anatomy: Anatomy;
  onAdd: ((line: string) => void) | null;
}) {
  const next = nextComponent(guide, anatomy);
  if (anatomy.words === 0) return null;
  if (!next)
    return (
      <p className="text-s text-muted">
        Tous les éléments sont là. Changez une seule chose à la fois, et comparez les sorties.
      </p>
    );
  return (
    <div className="rounded-m bg-sunken px-4 py-3 text-s">
      <p>
        <span className="font-semibold">
          Ajoutez une seule chose{"\u00a0"}: {next.name}.
        </span>{" "}
        {next.question} {next.gain}
      </p>
      {onAdd ? (
        <Button size="s" className="mt-2" onClick={() => onAdd(next.slot)}>
          <Icon name="plus" size={16} /> Ajouter la ligne à compléter
        </Button>
      ) : null}
    </div>
  );
}

function Warnings({ anatomy }: { anatomy: Anatomy }) {
  const personal = anatomy.personalData.map((kind) =>
    kind === "email" ? "une adresse électronique" : "un numéro de téléphone",
  );
  return (
    <>
      {personal.length > 0 ? (
        <Notice tone="warning" title="Donnée personnelle">
          <p className="text-s">
            Ce prompt semble contenir {personal.join(" et ")}. Remplacez-la par un repère, par
            exemple [cliente], avant de lancer.
          </p>
        </Notice>
      ) : null}
      {anatomy.emptyWords.length >= 2 ? (
        <p className="text-s text-muted">
          «{"\u00a0"}
          {[...new Set(anatomy.emptyWords)].slice(0, 3).join(", ")}
          {"\u00a0"}»{"\u00a0"}: ces mots ne disent rien de précis au modèle. Remplacez-les par un
          fait ou par une consigne mesurable.
        </p>
      ) : null}
    </>
  );
}
