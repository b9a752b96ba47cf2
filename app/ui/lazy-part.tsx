import { type ComponentType, lazy } from "react";

/**
 * A part of a screen that the browser loads when it is first shown. The server knows it before its first request, so
 * that a page without scripts is whole; around it, a Suspense boundary says what opens.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Later = lazy(async () => ({ default: await load() }));
  if (!import.meta.env.SSR) return Later as unknown as ComponentType<Props>;
  let known: ComponentType<Props> | null = null;
  load().then(
    (part) => {
      known = part;
    },
    // Said again, and shown, by the page that needs it.
    () => undefined,
  );
  return function Part(props: Props) {
    const Now = known ?? (Later as unknown as ComponentType<Props>);
    return <Now {...props} />;
  };
}
