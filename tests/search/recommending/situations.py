"""Situations judged by reading the demo catalogue: who it is, what must be among the first, and what would be wrong."""

from __future__ import annotations

from dataclasses import dataclass

from tarjotin.common.distance import Point
from tarjotin.search.recommending.needs import Needs
from tarjotin.words.thesaurus import Criterion

KAMPPI, TOOLO, KALLIO = Point(60.1689, 24.9315), Point(60.1790, 24.9240), Point(60.1840, 24.9490)
ITAKESKUS, KONTULA, MALMI = Point(60.2101, 25.0780), Point(60.2395, 25.0808), Point(60.2513, 25.0108)


@dataclass(frozen=True, slots=True)
class Situation:
    """`first`: one of these is among the first three; `somewhere`: each of these is suggested."""

    id: str
    who: str
    needs: Needs
    first: tuple[str, ...]
    somewhere: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def criterion(group: str, *options: str) -> Criterion:
    return Criterion(group, options)


FOR_OLDER = criterion("audience", "older_people")
SITUATIONS = (
    Situation(
        id="lonely",
        who="A woman of 78 who lives alone in the centre and would like somebody to talk to.",
        needs=Needs(wanted=("loneliness",), wishes=(FOR_OLDER,), near=KAMPPI, language="fi", age=78),
        first=("Kulttuurikaveri", "Puhelinystävä ikäihmiselle", "Seniori-info"),
        somewhere=("Puhelinystävä ikäihmiselle",),
        never=("Ryhdy puhelinystäväksi", "Eron jälkeen", "Nuorten aikuisten peli-ilta Luupissa"),
    ),
    Situation(
        id="falls",
        who="A man of 80 in Töölö with a bad knee who is afraid of falling and counts his money.",
        needs=Needs(
            wanted=("fear_of_falling",),
            must_not_be_denied=(criterion("limit", "knee"), criterion("price", "free", "cheap")),
            wishes=(FOR_OLDER,),
            near=TOOLO,
            within_m=4_000,
            language="fi",
            age=80,
        ),
        first=("Varmemmat askeleet – tasapainoryhmä", "Kaatumisen ehkäisyn neuvonta", "Asahi puistossa"),
        somewhere=("Kaatumisen ehkäisyn neuvonta",),
        never=("Kevyt vesijumppa ikääntyneille", "Luistelukoulu aikuisille"),
    ),
    Situation(
        id="swimming-women",
        who="A mother near Itäkeskus who speaks Somali and wants to swim where there are only women.",
        needs=Needs(
            wanted=("swimming",),
            must_not_be_denied=(criterion("gender", "women"),),
            wishes=(criterion("audience", "immigrants", "women"), criterion("children", "welcome", "childcare")),
            near=ITAKESKUS,
            language="so",
        ),
        first=("Uimakaverit naisten vuorolla", "Naisten oma vesijumppa"),
        somewhere=("Naisten oma vesijumppa",),
        never=("Ensimmäinen kastautuminen: talviuinnin kokeiluilta", "Miesten sauna ja saunapuheet"),
    ),
    Situation(
        id="out-of-work",
        who="Out of work in Malmi, without money, and mornings are hard.",
        needs=Needs(
            wanted=("unemployment",),
            must_hold=(criterion("price", "free"),),
            wishes=(criterion("audience", "unemployed"), criterion("food", "meal_free", "coffee")),
            times=("day", "afternoon"),
            near=MALMI,
        ),
        first=("Työnhakijoiden avoin paja", "Työttömän terveystarkastus", "Ohjaamon neuvonta ja ohjaus"),
        somewhere=("Työttömän terveystarkastus",),
        never=("Keittolounas Malmilla", "Kolmen soinnun ukulele"),
    ),
    Situation(
        id="debts",
        who="A man of 24 with debts.",
        needs=Needs(wanted=("debts",), wishes=(criterion("audience", "young_adults", "in_debt"),), age=24, near=KALLIO),
        first=("Alle kolmekymppisen rahatunti",),
        somewhere=("Talous- ja velkaneuvonta",),
        never=("Mihin minulla on oikeus? Eläkeläisen tukikierros", "Kulttuurikaveri"),
    ),
    Situation(
        id="hungry",
        who="Somebody in Kontula whose money has run out and who has nothing to eat.",
        needs=Needs(wanted=("hunger",), must_hold=(criterion("price", "free"),), near=KONTULA),
        first=("Ruoka-apua Kontulassa",),
        somewhere=("Naapurin jääkaappi", "Toimeentulotuen neuvonta"),
        never=("Hävikkiherkku: maista pelastettua ruokaa", "Kympin kattila -kokkikurssi"),
    ),
    Situation(
        id="choir",
        who="Works by day, lives in Malmi and would like to sing in a choir.",
        needs=Needs(wanted=("choir",), near=MALMI, times=("evening",)),
        first=("Kaikkien kuoro",),
        never=("Talous- ja velkaneuvonta", "Ruoka-apua Haagassa", "Maahanmuuttoneuvonta"),
    ),
    Situation(
        id="widowed",
        who="A widower of 70 whose wife died in spring.",
        needs=Needs(wanted=("grief",), age=70, language="fi"),
        first=("Suruvertaisryhmä leskeksi jääneille",),
        somewhere=("Leskien sunnuntailounas", "Kirjoita surusta, kirjoita mistä vain"),
        never=("Eron jälkeen", "Valoisampi keskiviikko, masennuksen vertaisryhmä"),
    ),
    Situation(
        id="men",
        who="A man of 58 in Malmi who likes to do things with his hands among men.",
        needs=Needs(wanted=("mens_shed",), wishes=(criterion("gender", "men"),), near=MALMI, age=58),
        first=("Miesten Liiteri Malmilla",),
        never=("Naisten piha-ilta", "Sählyä naisille, kaikki tasot"),
    ),
    Situation(
        id="carer",
        who="Cares for her husband at home and is worn out.",
        needs=Needs(wanted=("caring_for_relative",)),
        first=("Omaishoitajien kahvihetki", "Omaishoidon neuvonta", "Omaishoitajan oma metsätunti"),
        somewhere=("Omaishoidon neuvonta",),
        never=("Ryhdy ulkoilukaveriksi ikääntyneelle",),
    ),
    Situation(
        id="afraid-of-people",
        who="Would like to move and be outdoors, but is afraid of people and of big groups.",
        needs=Needs(
            wanted=("exercise", "nature_outdoors"),
            must_not_be_denied=(criterion("limit", "social_fear"),),
            wishes=(criterion("quiet_ok", "yes"), criterion("alone_ok", "yes"), criterion("group_size", "small")),
        ),
        first=("Hitaasti metsässä", "Kävelykaveri ensimmäisille kerroille"),
        somewhere=("Hitaasti metsässä",),
        never=("Äijäjumppaa metsän reunassa",),
    ),
    Situation(
        id="arabic",
        who="Came to Finland last month, speaks Arabic, knows nobody.",
        needs=Needs(
            wanted=("newly_in_finland", "want_company"),
            language="ar",
            wishes=(criterion("audience", "immigrants"),),
        ),
        first=("Helsinki-info", "Maahanmuuttoneuvonta", "Asukastalo Kotikulma"),
        somewhere=("Asukastalo Kotikulma",),
        never=("Puhelinystävä ikäihmiselle", "Venäjänkielinen seniorien iltapäivä"),
    ),
    Situation(
        id="back",
        who="Sits at work all day, has a bad back, free from the afternoon on.",
        needs=Needs(
            wanted=("back_pain",), must_not_be_denied=(criterion("limit", "back"),), times=("afternoon", "evening")
        ),
        first=("Selkä kuntoon -ryhmä työikäisille",),
        somewhere=("Selkä kuntoon -ryhmä työikäisille",),
        never=("Kipu kaverina", "Tuolijumppa Kampissa"),
    ),
    Situation(
        id="swedish",
        who="A woman of 75 who speaks Swedish and loves music and company.",
        needs=Needs(wanted=("music", "want_company"), language="sv", wishes=(FOR_OLDER,), age=75),
        first=("Lauletaan ruotsiksi Töölössä", "Kulttuurikaveri"),
        somewhere=("Lauletaan ruotsiksi Töölössä",),
        never=("Kaikkien kuoro", "Torstaitanssit elävällä musiikilla"),
    ),
    Situation(
        id="sober",
        who="Has stopped drinking and looks for company where nobody drinks.",
        needs=Needs(
            wanted=("alcohol_problem", "want_company"),
            must_not_be_denied=(criterion("substance_free", "yes"),),
            wishes=(criterion("audience", "substance_recovery"),),
        ),
        first=("Raitis aamupala", "Raitis lauantai"),
        somewhere=("Raitis aamupala",),
        never=("Eron jälkeen", "Puhelinystävä ikäihmiselle"),
    ),
    Situation(
        id="wheelchair",
        who="Uses a wheelchair and wants to exercise.",
        needs=Needs(
            wanted=("exercise",),
            must_not_be_denied=(criterion("limit", "wheelchair"), criterion("access", "wheelchair")),
            wishes=(criterion("audience", "disabled"),),
        ),
        first=("Soveltava liikunta", "Tanssia istuen"),
        somewhere=("Soveltava liikunta",),
        never=("Sukset lainaan ja ladulle", "Ensimmäinen kastautuminen: talviuinnin kokeiluilta"),
    ),
    Situation(
        id="finnish",
        who="Speaks Russian and wants to learn Finnish with others, free of charge.",
        needs=Needs(
            wanted=("learn_finnish",),
            must_hold=(criterion("price", "free"),),
            wishes=(criterion("audience", "immigrants"),),
        ),
        first=("Suomen kielikahvila", "Selkosuomen keskusteluryhmä"),
        somewhere=("Suomen kielikahvila",),
        never=("Ruotsin kielikahvila Sellossa", "Novelli ruudulla"),
    ),
    Situation(
        id="volunteer",
        who="Retired last year and wants to be of use.",
        needs=Needs(wanted=("volunteering",), wishes=(FOR_OLDER,), age=66),
        first=("Vapaaehtoiseksi seniorikeskukseen", "Ryhdy puhelinystäväksi", "Ryhdy ulkoilukaveriksi ikääntyneelle"),
        never=("Talous- ja velkaneuvonta", "Seniori-info"),
    ),
    Situation(
        id="smoking",
        who="Wants to stop smoking.",
        needs=Needs(wanted=("smoking",)),
        first=("Savuttomaksi yhdessä", "Tupakasta vieroitus"),
        somewhere=("Savuttomaksi yhdessä", "Tupakasta vieroitus"),
        never=("Velkavertaiset",),
    ),
    Situation(
        id="curious",
        who="Lives in Kallio and just wants to see what there is.",
        needs=Needs(near=KALLIO),
        first=("Kallion kävelijöiden iltakierros", "Petankkia Karhupuistossa", "Savesta kuppi"),
        never=("Talous- ja velkaneuvonta", "Ruoka-apua Kontulassa", "Raitis lauantai", "Eron jälkeen"),
    ),
)
