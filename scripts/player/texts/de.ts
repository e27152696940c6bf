/** The interface in German. */
import type { Texts } from "../texts.ts";

/** German texts. */
export const de: Texts = {
  startWithSound: "Mit Ton starten",
  startSilent: "Stumm starten, mit Untertiteln",
  readAsText: "Diesen Vortrag als Text lesen",
  contents: "Inhalt",
  overview: "Übersicht",
  enlarge: "Folie vergrößern",
  close: "Schließen",
  voiceSynthetic: "Stimme: {voice}, eine künstliche Stimme.",
  voicePerson: "Stimme: {voice}, von einem Menschen gesprochen.",
  noSound: "Dieser Vortrag hat keinen Ton.",
  slideCount: "{n} Folien",
  slideCountOne: "{n} Folie",
  startsAt: "Beginnt bei: {title}",
  play: "Abspielen",
  pause: "Anhalten",
  previous: "Zurück",
  next: "Weiter",
  seek: "Springen",
  seekValue: "{time} von {total}, {title}",
  elapsed: "Vergangen",
  total: "Gesamt",
  speed: "Tempo",
  captions: "Untertitel",
  mute: "Stumm",
  goOn: "Fortfahren",
  waiting: "Der Vortrag wartet auf Sie. Drücken Sie auf Fortfahren.",
  controls: "Wiedergabe",
  slide: "Folie",
  slideOf: "Folie {n} von {total}, {title}",
  slideOfUntitled: "Folie {n} von {total}",
  untitled: "Folie {n}",
  loading: "Wird geladen …",
  soundFailed: "Der Ton dieser Folie lässt sich nicht abspielen. Es geht stumm mit Untertiteln weiter.",
  partFailed: "Dieser Teil des Vortrags lässt sich nicht laden.",
  tryAgain: "Noch einmal versuchen",
  needsScript:
    "Zum Abspielen braucht der Vortrag JavaScript. Alles Gesagte und Gezeigte lässt sich als Text lesen.",
  more: "Mehr",
  settings: "Einstellungen",
  letterKeys: "Buchstaben, Ziffern und Satzzeichen bedienen die Wiedergabe",
  // Sizes, and saving for offline.
  decimalPoint: ",",
  megabytes: "{n} MB",
  eraFacts: "{minutes} min · {size}",
  offline: "Offline speichern",
  offlineOffer:
    "Speichert den ganzen Vortrag in diesem Browser, {size}. Er öffnet sich dann unter dieser Adresse auch ohne Netz.",
  offlineSave: "Speichern",
  offlineStop: "Abbrechen",
  offlineRemove: "Entfernen",
  offlineUpdate: "Die neuere Fassung holen",
  offlineBegins: "Das Speichern beginnt …",
  offlineSaving: "{done} von {total} gespeichert",
  offlineSaved:
    "In diesem Browser gespeichert, {size}. Der Vortrag öffnet sich unter dieser Adresse auch ohne Netz.",
  offlineNewer:
    "Eine neuere Fassung ist da: {size} sind zu laden. Bis sie ganz da ist, bleibt die gespeicherte.",
  offlineFull:
    "In diesem Browser ist kein Platz für den Vortrag. Nichts wurde behalten. Schaffen Sie Platz auf diesem Gerät und versuchen Sie es noch einmal.",
  offlineFullOld:
    "In diesem Browser ist kein Platz für die neuere Fassung. Die gespeicherte ist, wie sie war.",
  offlineChanged:
    "Der Vortrag stimmt nicht mit seiner eigenen Liste überein: Er wird gerade geändert. Versuchen Sie es in einigen Minuten noch einmal.",
  offlineBroken: "Nicht alles ist angekommen. Was schon da ist, bleibt: Versuchen Sie es noch einmal.",
  offlineFailed: "Der Server des Vortrags antwortet nicht.",
  offlineRefused: "Dieser Browser lässt nicht zu, dass der Vortrag hier gespeichert wird.",
  newerVersion: "Eine neuere Fassung ist da.",
  newerShow: "Ansehen",
};
