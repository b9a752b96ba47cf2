import { Disclosure } from "~/ui/disclosure.tsx";
import { Icon } from "~/ui/icon.tsx";
import type { InterviewView, TopicState } from "./view-model.ts";

const looks: Record<
  TopicState,
  { word: string; icon: "check" | "minus" | "question"; tone: string }
> = {
  answered: { word: "répondu", icon: "check", tone: "text-success" },
  raised: { word: "abordé, sans réponse", icon: "question", tone: "text-warning" },
  untouched: { word: "non abordé", icon: "minus", tone: "text-muted" },
};

/** Which topics were touched; it tells nothing of what remains to be found in them. */
export function TopicMap({ view }: { view: InterviewView }) {
  const answered = view.topics.filter((t) => t.state === "answered").length;
  return (
    <Disclosure summary={`Thèmes abordés\u00a0: ${answered} sur ${view.topics.length}`}>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 sm:grid-cols-2">
        {view.topics.map((topic) => {
          const look = looks[topic.state];
          return (
            <li key={topic.id} className="flex items-center gap-2">
              <Icon name={look.icon} size={16} className={`shrink-0 ${look.tone}`} />
              <span className={topic.state === "untouched" ? "text-muted" : undefined}>
                {topic.label}
                {topic.vital ? <strong className="text-s font-semibold"> · vital</strong> : null}
                <span className="text-s text-muted"> · {look.word}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
