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
        <Annotated guide={guide} anatomy={anatomy} />
        <p className="mt-2 text-xs text-muted">{guide.source.note}</p>
      </Disclosure>
    </div>
  );
}

/** The prompt itself, each sentence followed by the parts it carries. */
function Annotated({ guide, anatomy }: { guide: BenchGuide; anatomy: Anatomy }) {
  const pieces = annotatedPieces(guide, anatomy);
  if (pieces.every((p) => p.names.length === 0)) return null;
  return (
    <section aria-label="Votre prompt annoté" className="mt-3 text-s">
      <p className="font-semibold">Dans votre prompt</p>
      <p className="mt-1 max-h-80 overflow-y-auto rounded-m bg-sunken px-4 py-3 leading-relaxed break-words whitespace-pre-wrap">
        {pieces.map((p) =>
          p.names.length > 0 ? (
            <span key={p.start}>
              <mark className="bg-info-soft text-ink">{p.text}</mark>{" "}
              <small className="rounded-xs border border-line bg-surface px-1 text-xs text-muted">
                <span className="sr-only">[</span>
                {p.names.join(", ")}
                <span className="sr-only">]</span>
              </small>
            </span>
          ) : (
            <span key={p.start}>{p.text}</span>
          ),
        )}
      </p>
    </section>
  );
}

/** The text cut at the sentences that carry a part; nothing is lost between them. */
function annotatedPieces(guide: BenchGuide, anatomy: Anatomy) {
  const names = new Map<string, { start: number; end: number; names: string[] }>();
  anatomy.components.forEach((reading, i) => {
    if (reading.presence === "absent") return;
    for (const { start, end } of reading.sentences) {
      const known = names.get(`${start}`) ?? { start, end, names: [] };
      known.names.push(guide.components[i]!.name);
      names.set(`${start}`, known);
    }
  });
  const pieces: { start: number; text: string; names: string[] }[] = [];
  let at = 0;
  for (const span of [...names.values()].sort((a, b) => a.start - b.start)) {
    if (span.start > at)
      pieces.push({ start: at, text: anatomy.text.slice(at, span.start), names: [] });
    pieces.push({
      start: span.start,
      text: anatomy.text.slice(span.start, span.end),
      names: span.names,
    });
    at = span.end;
  }
  if (at < anatomy.text.length) pieces.push({ start: at, text: anatomy.text.slice(at), names: [] });
  return pieces;
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
