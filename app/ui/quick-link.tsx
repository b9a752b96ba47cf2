import { useNavigate } from "@remix-run/react";
import {
  type AnchorHTMLAttributes,
  createContext,
  forwardRef,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useContext,
} from "react";

type Follow = (to: string, preventScrollReset: boolean) => void;

const FollowContext = createContext<Follow | null>(null);

/** Makes the quick links inside it navigate without leaving the page; outside, they are plain links. */
export function QuickLinks({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const follow = useCallback<Follow>(
    (to, preventScrollReset) => {
      const { pathname, search, hash } = window.location;
      navigate(to, { preventScrollReset, replace: pathname + search + hash === to });
    },
    [navigate],
  );
  return <FollowContext.Provider value={follow}>{children}</FollowContext.Provider>;
}

export type QuickLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "target"> & {
  /** A whole address of ours (paths.ts), never a relative one: nothing is left to resolve. */
  to: string;
  preventScrollReset?: boolean;
};

/**
 * Remix's `<Link>` for pages that hold dozens: the same anchor and the same navigation, without the twenty hooks
 * (relative addresses, prefetching) that make each one cost the server ten times its markup.
 */
export const QuickLink = forwardRef<HTMLAnchorElement, QuickLinkProps>(function QuickLink(
  { to, preventScrollReset = false, onClick, ...rest },
  ref,
) {
  const follow = useContext(FollowContext);
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!follow || event.defaultPrevented || !isPlain(event)) return;
    event.preventDefault();
    follow(to, preventScrollReset);
  };
  // data-discover: Remix asks for the routes of the links it sees before one is followed.
  return <a {...rest} ref={ref} href={to} data-discover="true" onClick={go} />;
});

/** A click that asks for this tab and nothing else; the browser keeps the others. */
function isPlain(event: MouseEvent): boolean {
  const { button, metaKey, altKey, ctrlKey, shiftKey } = event;
  return button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);
}
