import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select, TextArea } from "~/ui/field.tsx";
import { MoveForm, sendOnEnter, usePlay } from "./move-form.tsx";
import type { InterviewView } from "./view-model.ts";

/** Phase 1: what is known already, and the questions to ask. */
export function PrepareScreen({ view }: { view: InterviewView }) {
  const { pending } = usePlay();
  const editable = view.phase === "prepare";
  const topics = view.topics.map((t) => ({ value: t.id, label: t.label }));
  const label = (id: string | null) =>
    view.topics.find((t) => t.id === id)?.label ?? "Thème à préciser";
  return (
    <div className="mt-4 flex flex-col gap-8">
      {editable ? (
        <div className="measure flex flex-col gap-3">
          <p>
            Vous allez interroger {view.client.name}, {view.client.role}, par écrit et avec vos
            mots. Le brief ne dit pas tout{"\u00a0: "}le budget réel, les délais, les sujets
            sensibles ne viennent que si vous les demandez, et la façon de demander compte.
          </p>
          <ol className="list-decimal pl-6">
            <li>Ici, écrivez les questions que vous voulez poser.</li>
            <li>
              Interrogez{"\u00a0: "}une idée par question{"\u00a0; "}une question ouverte obtient
              plus qu’une question fermée, une relance fait préciser.
            </li>
            <li>Rendez compte de ce qui a été dit, et de cela seulement.</li>
            <li>Lisez les constats, puis recommencez si vous le souhaitez.</li>
          </ol>
        </div>
      ) : null}
      <Disclosure summary="Ce que vous savez déjà" open={view.guide.length === 0}>
        <ul className="measure list-disc pl-6">
          {view.publicFacts.map((fact) => (
            <li key={fact.id} className="mb-1">
              {fact.text}
            </li>
          ))}
        </ul>
        <p className="measure mt-3 text-s text-muted">
          Citer un de ces faits pendant l’entretien montre que vous l’avez préparé.
        </p>
      </Disclosure>

      {editable ? (
        <MoveForm action={{ type: "add-questions" }} draft="guide" className="flex flex-col gap-4">
          <TextArea
            label="Vos questions"
            name="text"
            rows={5}
            required
            onKeyDown={sendOnEnter}
            hint="Une question par ligne. Les ouvertes d’abord (« comment », « qu’est-ce qui »), les fermées pour valider."
          />
          <Select
            label="Thème"
            name="topic"
            options={[
              { value: "auto", label: "Reconnaître le thème de chaque question" },
              ...topics,
            ]}
          />
          <div>
            <Button
              type="submit"
              variant={view.guide.length === 0 ? "primary" : "secondary"}
              disabled={pending}
            >
              Ajouter au guide
            </Button>
          </div>
        </MoveForm>
      ) : (
        <p className="measure text-muted">
          Le guide est figé depuis le début de l’entretien. Pour le modifier, recommencez
          l’entretien depuis les constats
          {"\u00a0: vos questions et votre compte rendu seront gardés."}
        </p>
      )}

      {view.guide.length > 0 ? (
        <div>
          <h4 className="text-l">
            Votre guide{"\u00a0: "}
            {view.guide.length} question{view.guide.length > 1 ? "s" : ""}
          </h4>
          <ol className="mt-3 flex flex-col divide-y divide-line border-y border-line">
            {view.guide.map((question, i) => (
              <li key={question.id} className="py-3">
                <p className="font-semibold">{question.text}</p>
                <p className="text-s text-muted">
                  {label(question.topic)} · {question.type}
                </p>
                {question.advice ? (
                  <p className="measure text-s text-muted">{question.advice}</p>
                ) : null}
                {editable ? (
                  <Disclosure summary="Modifier" className="mt-1 text-s">
                    <MoveForm
                      action={{ type: "edit-question", id: question.id }}
                      className="flex flex-col gap-3"
                    >
                      <TextArea
                        label="Question"
                        name="text"
                        rows={2}
                        defaultValue={question.text}
                        required
                      />
                      <Select
                        label="Thème"
                        name="topic"
                        defaultValue={question.topic ?? "auto"}
                        options={[{ value: "auto", label: "Reconnaître le thème" }, ...topics]}
                      />
                      <div className="flex flex-wrap gap-2">
                        <Button type="submit" size="s" disabled={pending}>
                          Enregistrer
                        </Button>
                      </div>
                    </MoveForm>
                    <div className="mt-3 flex flex-wrap gap-2">
                      {i > 0 ? (
                        <Small action={{ type: "move-question", id: question.id, by: "up" }}>
                          Monter
                        </Small>
                      ) : null}
                      {i < view.guide.length - 1 ? (
                        <Small action={{ type: "move-question", id: question.id, by: "down" }}>
                          Descendre
                        </Small>
                      ) : null}
                      <Small action={{ type: "remove-question", id: question.id }}>Retirer</Small>
                    </div>
                  </Disclosure>
                ) : null}
              </li>
            ))}
          </ol>
        </div>
      ) : null}

      {editable ? (
        <div className="flex flex-col gap-3 border-t border-line pt-6">
          <p className="measure">
            {view.client.name}, {view.client.role}, vous accorde {view.turnsTotal} questions. Les
            formules de politesse ne comptent pas. Vos questions resteront sous vos yeux, et vous
            pourrez en poser d’autres.
          </p>
          <MoveForm action={{ type: "begin" }}>
            <Button
              type="submit"
              variant={view.guide.length === 0 ? "secondary" : "primary"}
              disabled={pending}
            >
              Commencer l’entretien
            </Button>
          </MoveForm>
        </div>
      ) : null}
    </div>
  );
}

function Small({
  action,
  children,
}: {
  action: { type: string } & Record<string, unknown>;
  children: string;
}) {
  const { pending } = usePlay();
  return (
    <MoveForm action={action}>
      <Button type="submit" size="s" variant="quiet" disabled={pending}>
        {children}
      </Button>
    </MoveForm>
  );
}
