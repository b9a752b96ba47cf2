import { classNames } from "./class-names.ts";

/** Our own strokes on a 24-unit grid. An icon stands beside words and is hidden from readers. */
const strokes = {
  alert: "M12 3.5 22 20.5H2Z M12 10v5 M12 17.6v.4",
  arrow: "M4 12h15 M13 6l6 6-6 6",
  back: "M20 12H5 M11 6l-6 6 6 6",
  book: "M12 6c-2-1.6-5-2-8-2v14c3 0 6 .4 8 2 2-1.6 5-2 8-2V4c-3 0-6 .4-8 2Z M12 6v14",
  check: "M4.5 12.5 10 18 20 6.5",
  chevron: "M9 5l7 7-7 7",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z M12 7v5l3.5 2",
  close: "M5.5 5.5l13 13 M18.5 5.5l-13 13",
  cloud: "M7 18.5a4 4 0 0 1-.6-8 5.6 5.6 0 0 1 10.9-1A4.6 4.6 0 0 1 17 18.5Z",
  document: "M6 3h8l4.5 4.5V21H6Z M14 3v5h4.5 M9 12.5h6 M9 16.5h6",
  download: "M12 4v11 M7 10.5l5 5 5-5 M4.5 20h15",
  edit: "M4 20l1-4.5L16 4.5 19.5 8 8.5 19Z M13.5 7l3.5 3.5",
  expand: "M14 4h6v6 M20 4l-7 7 M10 20H4v-6 M4 20l7-7",
  history: "M4 5v4.5h4.5 M4.4 9.5A8.4 8.4 0 1 1 3.7 14 M12 8v4.5l3 1.8",
  image: "M4 5h16v14H4Z M8.6 10.4a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8Z M4 17l5-5 4 4 3-3 4 4",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z M12 11v5.5 M12 7.4v.4",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1 M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  list: "M8.5 6h11.5 M8.5 12h11.5 M8.5 18h11.5 M4 6h.5 M4 12h.5 M4 18h.5",
  lock: "M5.5 11h13v9.5h-13Z M8 11V8a4 4 0 0 1 8 0v3",
  menu: "M4 6.5h16 M4 12h16 M4 17.5h16",
  minus: "M5 12h14",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  more: "M5.5 12h.5 M12 12h.5 M18.5 12h.5",
  offline:
    "M3.5 3.5l17 17 M9.5 6.7A5.6 5.6 0 0 1 17.3 9.5A4.6 4.6 0 0 1 19.9 16.5 M6.4 10.5a4 4 0 0 0 .6 8H15",
  person: "M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6",
  plus: "M12 5v14 M5 12h14",
  print: "M7 9V3.5h10V9 M7 17H4V9h16v8h-3 M7 14h10v6.5H7Z",
  question:
    "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z M9.3 9.5a2.7 2.7 0 1 1 3.9 2.4c-.8.4-1.2 1-1.2 1.9v.4 M12 16.8v.4",
  search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z M15.3 15.3 20.5 20.5",
  send: "M4 12 20.5 4 16 20.5l-4-6.5Z M12 14l8.5-10",
  speech: "M4 5h16v11H10.5L6 20v-4H4Z",
  star: "M12 3.5l2.6 5.6 6 .7-4.5 4.2 1.2 6-5.3-3-5.3 3 1.2-6L3.4 9.8l6-.7Z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z M12 2.5v2.5 M12 19v2.5 M2.5 12H5 M19 12h2.5 M5.3 5.3 7 7 M17 17l1.7 1.7 M18.7 5.3 17 7 M7 17l-1.7 1.7",
  table: "M4 5h16v14H4Z M4 10h16 M4 14.5h16 M10 10v9",
  trash: "M4.5 6.5h15 M9 6.5V4h6v2.5 M6.5 6.5l.8 14h9.4l.8-14 M10 10.5v6 M14 10.5v6",
  undo: "M4 9.5h10.5a5 5 0 0 1 0 10H9 M8 5 3.5 9.5 8 14",
  upload: "M12 16V5 M7 9.5 12 4.5l5 5 M4.5 20h15",
} as const;

export type IconName = keyof typeof strokes;

/** `size` in CSS pixels. How it is drawn is said once, by `.icon` in app.css: a page has dozens of them. */
export function Icon({
  name,
  size = 20,
  className,
}: {
  name: IconName;
  size?: number;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      className={classNames("icon", className)}
    >
      <path d={strokes[name]} />
    </svg>
  );
}
