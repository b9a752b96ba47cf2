/** An exchange written for the home page; it belongs to no subject. */
const turns = [
  {
    who: "Vous",
    said: "Qu’est-ce qui vous ferait dire, dans un an, que cela a marché\u00a0?",
    note: "Question ouverte",
  },
  {
    who: "La libraire",
    said: "Que l’on vienne en semaine. Le samedi, je suis déjà pleine.",
    note: "Le vrai besoin, absent du brief",
  },
  {
    who: "Vous",
    said: "Si je vous suis\u00a0: remplir la semaine, et non grandir partout.",
    note: "Reformulation validée",
  },
  {
    who: "La libraire",
    said: "C’est cela. Et sans budget publicitaire. Enfin, presque.",
    note: "À relancer\u00a0: le budget",
  },
];

/** A page of a work in progress, with its marginal notes: what the product does, shown rather than told. */
export function Specimen() {
  return (
    <figure className="relative">
      <div className="rounded-lg border border-line bg-surface shadow-raised">
        <p className="flex items-baseline justify-between gap-4 border-b border-line px-5 py-3 text-s text-muted sm:px-7">
          <span className="font-semibold text-ink">Entretien client</span>
          <span className="tabular-nums">4 questions sur 24</span>
        </p>
        <ol className="px-5 py-2 sm:px-7">
          {turns.map((turn) => (
            <li
              key={turn.said}
              className="grid gap-x-6 gap-y-1 border-b border-line py-4 last:border-0 sm:grid-cols-[1fr_8.5rem]"
            >
              <div>
                <p className="text-s text-muted">{turn.who}</p>
                <p className={turn.who === "Vous" ? "" : "font-title text-l leading-snug"}>
                  {turn.said}
                </p>
              </div>
              <p className="self-end text-s leading-snug text-accent sm:border-l-2 sm:border-accent sm:pl-3">
                {turn.note}
              </p>
            </li>
          ))}
        </ol>
      </div>
      <figcaption className="mt-3 text-s text-muted">
        Extrait d’un entretien simulé. En marge, ce que l’outil a observé.
      </figcaption>
    </figure>
  );
}
