/** What a preview says to the author, besides the words of the player. */

/** The words of one language. `{…}` stands for what is filled in. */
export interface PreviewTexts {
  readonly preview: string;
  readonly openSource: string;
  readonly opened: string;
  readonly lost: string;
  readonly back: string;
  readonly beingSaid: string;
  readonly error: string;
  readonly errors: string;
  readonly warning: string;
  readonly warnings: string;
  readonly problems: string;
  readonly showsLast: string;
  readonly hide: string;
  readonly addDevice: string;
  readonly addDeviceHow: string;
  readonly addDeviceKey: string;
  readonly addDeviceNone: string;
  readonly close: string;
}

const en: PreviewTexts = {
  preview: "Preview",
  openSource: "Open {place} in the editor, as a click on the slide does",
  opened: "Opened {place} in the editor",
  lost: "The preview has stopped. Start it again: this page goes on by itself.",
  back: "The preview is back.",
  beingSaid: "This slide is being said. It begins as soon as it is ready.",
  error: "1 error",
  errors: "{n} errors",
  warning: "1 warning",
  warnings: "{n} warnings",
  problems: "Problems",
  showsLast: "The page shows the lecture as it was before.",
  hide: "Hide",
  addDevice: "Add a device",
  addDeviceHow:
    "Scan this with a phone or tablet in the same network, or open {address} there and type the key.",
  addDeviceKey: "Key (works once, for 10 minutes): {key}",
  addDeviceNone:
    "This preview is for this machine alone. Start it with ‑‑host to let a phone or tablet of your network join.",
  close: "Close",
};

const de: PreviewTexts = {
  preview: "Vorschau",
  openSource: "{place} im Editor öffnen, wie ein Klick auf die Folie",
  opened: "{place} im Editor geöffnet",
  lost: "Die Vorschau läuft nicht mehr. Starten Sie sie neu: Diese Seite macht von selbst weiter.",
  back: "Die Vorschau ist wieder da.",
  beingSaid: "Diese Folie wird gerade gesprochen. Sie beginnt, sobald das fertig ist.",
  error: "1 Fehler",
  errors: "{n} Fehler",
  warning: "1 Warnung",
  warnings: "{n} Warnungen",
  problems: "Probleme",
  showsLast: "Die Seite zeigt den Vortrag, wie er vorher war.",
  hide: "Ausblenden",
  addDevice: "Gerät hinzufügen",
  addDeviceHow:
    "Scannen Sie dies mit einem Telefon oder Tablet im selben Netz, oder öffnen Sie dort {address} und geben Sie den Schlüssel ein.",
  addDeviceKey: "Schlüssel (gilt einmal, 10 Minuten lang): {key}",
  addDeviceNone:
    "Diese Vorschau ist nur für diesen Rechner. Starten Sie sie mit ‑‑host, damit ein Telefon oder Tablet aus Ihrem Netz dazukommen kann.",
  close: "Schließen",
};

/** The words in the page's own language, else in English. */
export const previewTexts = (language: string): PreviewTexts => (language === "de" ? de : en);
