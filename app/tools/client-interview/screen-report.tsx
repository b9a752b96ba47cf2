import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select, TextArea } from "~/ui/field.tsx";
import { Tag, type TagTone } from "~/ui/tag.tsx";
import { markLabels, markLetters } from "./labels.ts";
import { type Mark, marks } from "./marks.ts";
import { MoveForm, sendOnEnter, usePlay } from "./move-form.tsx";
import type { InterviewView } from "./view-model.ts";

const markOptions = marks.map((mark) => ({ value: mark, label: markLabels[mark] }));
const tones: Record<Mark, TagTone> = {
  fact: "success",
  data: "info",
  opinion: "neutral",
  hypothesis: "warning",
  open: "danger",
};

/** Phase 3: one line a fact, each marked for what it is; the conversation stays at hand. */
export function ReportScreen({ view }: { view: InterviewView }) {
  const { pending } = usePlay();
  const closed = view.phase === "closed";
  const topics = view.topics.map((t) => ({ value: t.id, label: t.label }));
  const written = view.topics.filter((t) => view.lines.some((l) => l.topic === t.id));
  return (
    <div className="mt-4 flex flex-col gap-8">
      {closed ? (
        <div className="flex flex-col gap-3">
          <p className="measure">
            Le compte rendu est remis. Lisez les constats, puis reprenez-le si quelque chose manque.
          </p>
          <MoveForm action={{ type: "revise" }}>
            <Button type="submit" disabled={pending}>
              Reprendre le compte rendu
            </Button>
          </MoveForm>
        </div>
      ) : (
        <MoveForm
          action={{ type: "add-lines" }}
          draft="compte-rendu"
          className="flex flex-col gap-4"
        >
          <p className="measure">
            N’écrivez comme fait que ce que le client a dit, avec ses chiffres exacts. Ce que vous
            supposez est une hypothèse{"\u00a0; ce qu’il reste à demander, un point ouvert."}
          </p>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Thème" name="topic" options={topics} />
            <Select label="Nature" name="mark" options={markOptions} />
          </div>
          <TextArea
            label="Contenu"
            name="text"
            rows={4}
            required
            onKeyDown={sendOnEnter}
            hint="Une ligne par élément. Vous pouvez commencer une ligne par « F : » (fait dit), « D : » (donnée vérifiée), « O : » (opinion) ou « H : » (hypothèse) pour en changer la nature."
          />
          <div>
            <Button
              type="submit"
              variant={view.lines.length === 0 ? "primary" : "secondary"}
              disabled={pending}
            >
              Ajouter au compte rendu
            </Button>
          </div>
        </MoveForm>
      )}

      {view.turns.length > 0 ? (
        <Disclosure summary="Relire l’entretien">
          <ol className="measure flex flex-col gap-3">
            {view.turns.map((turn, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was said is never reordered.
              <li key={i}>
                <p className="text-s text-muted wrap-anywhere">
                  Vous{"\u00a0: "}
                  <bdi>{turn.said}</bdi>
                </p>
                <p>
                  <span className="text-s text-muted">
                    {view.client.name}
                    {"\u00a0: "}
                  </span>
                  {turn.answer}
                </p>
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}

      {written.map((topic) => (
        <div key={topic.id}>
          <h4 className="text-l">{topic.label}</h4>
          <ul className="mt-2 flex flex-col divide-y divide-line border-y border-line">
            {view.lines
              .filter((line) => line.topic === topic.id)
              .map((line) => (
                <li key={line.id} className="py-3">
                  <p className="measure">
                    {line.text}{" "}
                    <Tag tone={tones[line.mark]}>
                      <span aria-hidden="true">{markLetters[line.mark]} ·</span>{" "}
                      {markLabels[line.mark]}
                    </Tag>
                  </p>
                  {closed ? null : <EditLine line={line} topics={topics} />}
                </li>
              ))}
          </ul>
        </div>
      ))}

      {view.phase === "report" && view.lines.length > 0 ? (
        <div className="flex flex-col gap-3 border-t border-line pt-6">
          <p className="measure">
            En le remettant, vous verrez ce qui a été dit et manque, et ce qui est écrit sans avoir
            été dit. Vous pourrez le reprendre.
          </p>
          <MoveForm action={{ type: "hand-in" }}>
            <Button type="submit" variant="primary" disabled={pending}>
              Remettre le compte rendu
            </Button>
          </MoveForm>
        </div>
      ) : null}
      {view.phase === "interview" || view.phase === "prepare" ? (
        <p className="measure text-muted">
          Vous pouvez prendre des notes dès maintenant. Le compte rendu se remet une fois
          l’entretien terminé.
        </p>
      ) : null}
    </div>
  );
}

function EditLine({
  line,
  topics,
}: {
  line: InterviewView["lines"][number];
  topics: { value: string; label: string }[];
}) {
  const { pending } = usePlay();
  return (
    <Disclosure summary="Modifier" className="mt-1 text-s">
      <MoveForm action={{ type: "edit-line", id: line.id }} className="flex flex-col gap-3">
        <TextArea label="Contenu" name="text" rows={2} defaultValue={line.text} required />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select label="Thème" name="topic" defaultValue={line.topic} options={topics} />
          <Select label="Nature" name="mark" defaultValue={line.mark} options={markOptions} />
        </div>
        <div>
          <Button type="submit" size="s" disabled={pending}>
            Enregistrer
          </Button>
        </div>
      </MoveForm>
      <MoveForm action={{ type: "remove-line", id: line.id }} className="mt-2">
        <Button type="submit" size="s" variant="quiet" disabled={pending}>
          Retirer cette ligne
        </Button>
      </MoveForm>
    </Disclosure>
  );
}
