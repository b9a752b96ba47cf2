import { Form } from "@remix-run/react";
import { EVIDENCE_MAX, NOTE_MAX } from "~/domain/assessment.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { RadioGroup, Select, TextField } from "~/ui/field.tsx";
import { formatCount, formatWords } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import { excerpt } from "./evidence-list.tsx";
import { type AssessmentView, evidenceAnchor } from "./view.ts";

type PickerProps = {
  view: AssessmentView;
  competency: { id: string; expectedEvidence: readonly string[] };
  linked: number;
};

/** Two ways to link: a paragraph of a section, a figure of a tool. Plain forms, with or without scripts. */
export function EvidencePicker({ view, competency, linked }: PickerProps) {
  const written = view.sections.filter((s) => s.words > 0);
  if (linked >= EVIDENCE_MAX)
    return (
      <p className="text-muted">
        Cette compétence a {EVIDENCE_MAX} preuves, le maximum{"\u00a0"}: retirez-en une pour en lier
        une autre.
      </p>
    );
  if (written.length === 0 && view.figures.length === 0)
    return (
      <Notice>
        <p>
          Rien à citer pour l’instant{"\u00a0"}: rédigez une partie du dossier ou utilisez un outil.
          Chaque paragraphe et chaque figure pourront alors servir de preuve.
        </p>
      </Notice>
    );
  return (
    <div className="flex flex-col gap-6">
      {written.length > 0 ? <PassagePicker {...{ view, competency, written }} /> : null}
      {view.figures.length > 0 ? <FigurePicker view={view} competency={competency.id} /> : null}
    </div>
  );
}

const here = (view: AssessmentView, competency: string) =>
  `${paths.assessment(view.workspaceId)}?competence=${competency}#${evidenceAnchor(competency)}`;

function PassagePicker({
  view,
  competency,
  written,
}: Omit<PickerProps, "linked"> & { written: AssessmentView["sections"] }) {
  const picker = view.open === competency.id ? view.picker : null;
  const section = view.sections.find((s) => s.key === picker?.sectionKey);
  return (
    <div className="flex flex-col gap-4">
      <Form
        method="get"
        action={`${paths.assessment(view.workspaceId)}#${evidenceAnchor(competency.id)}`}
        preventScrollReset
        className="flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="competence" value={competency.id} />
        <Select
          label="Citer un passage de la partie"
          name="partie"
          className="min-w-0 flex-1 basis-60"
          key={picker?.sectionKey ?? ""}
          defaultValue={picker?.sectionKey}
          options={written.map((s) => ({
            value: s.key,
            label: `${s.title} (${formatWords(s.words)})`,
          }))}
        />
        <Button type="submit">Voir les passages</Button>
      </Form>
      {picker && section ? (
        <Form
          method="post"
          action={here(view, competency.id)}
          preventScrollReset
          className="flex flex-col gap-4"
        >
          <input type="hidden" name="intent" value="add-evidence" />
          <input type="hidden" name="competency" value={competency.id} />
          <input type="hidden" name="sectionKey" value={picker.sectionKey} />
          {picker.passages.length === 0 ? (
            <p role="status">Cette partie n’a encore aucun paragraphe enregistré.</p>
          ) : (
            <>
              <p role="status" className="text-s text-muted">
                {formatCount(picker.passages.length, "passage", "passages")} dans «{"\u00a0"}
                {section.title}
                {"\u00a0"}».
                {picker.more > 0
                  ? ` ${formatCount(picker.more, "autre suit", "autres suivent")}\u00A0: citez-les depuis l’éditeur.`
                  : ""}
              </p>
              <RadioGroup
                legend={"Quel passage montre ce niveau\u00A0?"}
                name="passage"
                required
                className="max-h-96 overflow-y-auto rounded-m border border-line p-4"
                options={picker.passages.map((p) => ({
                  value: p.fingerprint,
                  label:
                    p.kind === "heading"
                      ? `Titre\u00A0: ${excerpt(p.text, 120)}`
                      : excerpt(p.text, 120),
                }))}
              />
              <NoteField />
              <div>
                <Button type="submit">Lier ce passage</Button>
              </div>
            </>
          )}
        </Form>
      ) : null}
    </div>
  );
}

function FigurePicker({ view, competency }: { view: AssessmentView; competency: string }) {
  return (
    <Form
      method="post"
      action={here(view, competency)}
      preventScrollReset
      className="flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="intent" value="add-evidence" />
      <input type="hidden" name="competency" value={competency} />
      <Select
        label="Citer une figure de vos outils"
        name="figureId"
        className="min-w-0 flex-1 basis-60"
        options={view.figures.map((f) => ({ value: f.id, label: f.title }))}
      />
      <Button type="submit">Lier cette figure</Button>
    </Form>
  );
}

function NoteField() {
  return (
    <TextField
      label="Note"
      name="note"
      required={false}
      maxLength={NOTE_MAX}
      hint="Ce que ce passage montre, en une phrase."
    />
  );
}
