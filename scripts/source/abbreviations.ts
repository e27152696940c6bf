/**
 * Abbreviations whose full stop is not, or not always, the end of a sentence.
 *
 * A sentence's boundaries decide the names of clips, so these lists are ours and not the Unicode
 * data of whatever Node happens to run. All entries are in lower case, without their last full stop.
 */

/** How an abbreviation behaves before a space. */
export interface Abbreviations {
  /** Always followed by what they belong to (`Gen. Ridgway`): never the end. */
  readonly before: ReadonlySet<string>;
  /** Followed by a number (`No. 5`, `p. 12`, `Jan. 30`), else an ordinary word: the end unless a digit follows. */
  readonly beforeNumber: ReadonlySet<string>;
  /** May end a sentence (`Inc.`, `Jr.`, `Main St.`): the end only before a word that starts sentences. */
  readonly either: ReadonlySet<string>;
  /** Capitalised words that start sentences far more often than they carry on a name. */
  readonly starters: ReadonlySet<string>;
  /** `19. Oktober`: a number up to 31 with a full stop is an ordinal. */
  readonly ordinalStop: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const ENGLISH: Abbreviations = {
  before: words(`
    mr mrs ms messrs mx dr prof gen col lt maj capt cmdr cdr sgt adm brig cpl pvt gov pres sen rev hon fr supt
    amb mt ft e.g i.e eg ie cf viz vs v ca approx esp incl resp op loc`),
  beforeNumber: words(`
    no nos nr vol vols p pp ch chap fig figs art arts sect para par ser pt
    jan feb mar apr jun jul aug sep sept oct nov dec c r fl b d`),
  either: words(
    `inc ltd co corp bros jr sr al st ste ave blvd rd dept est dist assn ed eds trans rep sec ph.d ibid esq min max hrs`,
  ),
  starters: words(`
    the a an he she it they we you i his her its their our my your this that these those there here
    then now but and or so yet nor for in on at by from to with after before when while where who what why how
    if as not no only even still once soon later today by until since because although though both each every
    some many most all one two three another such more few meanwhile instead thus hence moreover however
    was is are were did does do had has have will would could should can may might must let according`),
  ordinalStop: false,
};

const GERMAN: Abbreviations = {
  before: words(
    `dr prof hr fr hl st gen z.b d.h u.a v.a bzw vgl ca geb gest s.o s.u sog insb einschl evtl ggf z.t`,
  ),
  beforeNumber: words(`nr bd s kap abb art jg jan feb mär apr jun jul aug sep sept okt nov dez`),
  either: words(`ff`),
  starters: words(
    `der die das er sie es wir ihr ich und aber doch dann da in im am auf mit nach vor als wenn ein eine`,
  ),
  ordinalStop: true,
};

const FRENCH: Abbreviations = {
  before: words(`m mm mme mmes mlle dr pr st ste gén col cap lt cf ex env apr av`),
  beforeNumber: words(`no nos n vol p pp chap fig art janv févr avr juil sept oct nov déc`),
  either: new Set(),
  starters: words(
    `le la les un une il elle ils elles on nous vous je ce cette ces mais et ou donc or dans en au aux à de du des`,
  ),
  ordinalStop: false,
};

const SPANISH: Abbreviations = {
  before: words(`sr sra srta sres dr dra prof gral cnel cap d dña ud uds p.ej cf aprox av`),
  beforeNumber: words(`núm n nº vol pág págs p cap fig art`),
  either: new Set(),
  starters: words(`el la los las un una él ella ellos y pero o en con de del al por para que no se su`),
  ordinalStop: false,
};

const RUSSIAN: Abbreviations = {
  before: words(`г-н г-жа гр тов тт ген полк акад проф им т.е т.н т.к ср см св ул пл просп д напр`),
  beforeNumber: words(`№ стр с рис гл ст т п`),
  either: words(`г гг в вв др пр руб коп тыс млн млрд н.э`),
  starters: words(
    `он она оно они мы вы я это этот эта но и а в на с к по из за от до после когда если как что не так`,
  ),
  ordinalStop: false,
};

const OTHER: Abbreviations = {
  before: words(`dr prof st gen`),
  beforeNumber: words(`no nr p`),
  either: new Set(),
  starters: new Set(),
  ordinalStop: false,
};

const TABLE: Readonly<Record<string, Abbreviations>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  ru: RUSSIAN,
  uk: RUSSIAN,
  be: RUSSIAN,
};

/** Languages that write ordinals with a full stop and have no list of their own here. */
const ORDINAL_STOP = words("cs da et fi hr hu lv nb nn no pl sk sl sr is tr");

/** The list for a language; languages without one get a few abbreviations that are common in Europe. */
export function abbreviationsOf(language: string): Abbreviations {
  const primary = language.toLowerCase().split("-")[0] ?? "";
  return TABLE[primary] ?? (ORDINAL_STOP.has(primary) ? { ...OTHER, ordinalStop: true } : OTHER);
}
