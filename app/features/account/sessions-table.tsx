import { Form } from "@remix-run/react";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { formatDateTime } from "~/ui/french.ts";

export type SessionRow = {
  id: string;
  current: boolean;
  device: string;
  address: string;
  openedAt: Date | string;
  seenAt: Date | string;
};

/** Where this account is open, each with the way to close it. */
export function SessionsTable({ sessions }: { sessions: SessionRow[] }) {
  return (
    <>
      <p className="measure">
        Un appareil inconnu ? Déconnectez-le, puis changez de mot de passe. Un appareil sans visite
        depuis 30 jours est déconnecté de lui-même.
      </p>
      <DataTable
        caption="Appareils où votre compte est ouvert"
        hideCaption
        columns={[
          { key: "device", label: "Appareil" },
          { key: "address", label: "Adresse réseau" },
          { key: "openedAt", label: "Connecté le" },
          { key: "end", label: "Action" },
        ]}
        rowHeader="device"
        rows={sessions.map((session) => ({
          device: session.device,
          address: session.address || "inconnue",
          openedAt: formatDateTime(session.openedAt),
          end: session.current ? (
            "Cet appareil"
          ) : (
            <Form method="post">
              <input type="hidden" name="session" value={session.id} />
              <Button
                type="submit"
                name="intent"
                value="session"
                size="s"
                aria-label={`Déconnecter ${session.device}, connecté le ${formatDateTime(session.openedAt)}`}
              >
                Déconnecter
              </Button>
            </Form>
          ),
        }))}
      />
      {sessions.length > 1 ? (
        <Form method="post">
          <Button type="submit" name="intent" value="sessions">
            Déconnecter tous les autres appareils
          </Button>
        </Form>
      ) : null}
    </>
  );
}
