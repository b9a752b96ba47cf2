import { MaxFileSizeExceededError, parseFormData } from "@remix-run/form-data-parser";
import { dropBody } from "./json.server.ts";

/** What a form adds around its one file, at most, in bytes. */
const FORM_OVERHEAD = 10_000;

/** The one file of the form field `file`, of at most `max` bytes; null when there is none, or it is empty. */
export async function readUpload(
  request: Request,
  max: number,
): Promise<File | "too-large" | null> {
  // Told by its announced length: the parser would break the connection before our answer.
  if (Number(request.headers.get("content-length") ?? 0) > max + FORM_OVERHEAD) {
    await dropBody(request);
    return "too-large";
  }
  try {
    const form = await parseFormData(request, { maxFileSize: max, maxFiles: 1 });
    const file = form.get("file");
    return file instanceof File && file.size > 0 ? file : null;
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return "too-large";
    if ((error as { cause?: unknown }).cause instanceof MaxFileSizeExceededError)
      return "too-large";
    return null;
  }
}

/** A refusal that a script reads: its status, why, and what to tell. */
export function uploadRefusal(status: number, reason: string, message: string): Response {
  return Response.json({ ok: false, reason, message }, { status });
}
