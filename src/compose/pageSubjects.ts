/** Which subject the library's page around a new chat has, until the chat has greeted. */
export type PageSubjects = {
  keep(conversationId: string, subject: string): void;
  of(conversationId: string): string | null;
};

/** In memory only: between the page's request and the greeting lies less than a second. */
export function pageSubjects(atMost = 1000): PageSubjects {
  const subjects = new Map<string, string>();
  return {
    keep(conversationId, subject) {
      subjects.set(conversationId, subject);
      for (const oldest of subjects.keys()) {
        if (subjects.size <= atMost) break;
        subjects.delete(oldest);
      }
    },
    of: (conversationId) => subjects.get(conversationId) ?? null,
  };
}
