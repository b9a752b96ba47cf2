import type { PublicSubject } from "~/domain/subject.ts";
import { formatDate } from "~/ui/french.ts";

/** The client's request, as the letter it is. */
export function Letter({
  client,
  brief,
  date,
}: {
  client: string;
  brief: PublicSubject["brief"];
  date: string;
}) {
  return (
    <section
      aria-label={`Lettre de ${brief.from}`}
      className="border border-line bg-surface px-6 py-7 shadow-raised sm:px-10 sm:py-9"
    >
      <p className="flex flex-wrap justify-between gap-x-6 text-muted text-s">
        <span>
          {brief.from}, {client}
        </span>
        <span>{formatDate(date)}</span>
      </p>
      <h2 className="mt-5 font-title text-xl">
        Objet{"\u00a0"}: {brief.subject}
      </h2>
      <div className="measure mt-4 space-y-4 whitespace-pre-line text-l">{brief.body}</div>
    </section>
  );
}
