/** How a model reaches the officer's workbook: sheets put into it (Excel), or a workbook of its own (the page). */
export interface InsertionModele {
  /** What the button says: « Insérer », « Ouvrir ». */
  verbe: string
  /** What has become of it, as a French sentence; null where it shows by itself. */
  fait: (titre: string) => string | null
  /** Rejects with ErreurHote. */
  inserer(fichier: { nom: string; octets: Uint8Array<ArrayBuffer> }): Promise<void>
}
