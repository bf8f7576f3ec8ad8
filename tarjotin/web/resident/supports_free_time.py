"""Supports that open a door to culture, sport and the library."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from tarjotin.web.resident.support import CALL_FIRST, IDENTITY, REGISTER, REGISTER_READ_ON, Support, slugs

FREE_TIME = (
    Support(
        code="kaikukortti",
        kinds=frozenset({"free_ticket", "discount_card"}),
        slugs=slugs("kaikukortti", "kaikukortet", "kaikukortti-card"),
        name=_("Kaikukortti: lippuja maksutta"),
        what=_(
            "Kortilla saat maksuttomia lippuja teatteriin, museoon ja konserttiin. Se käy myös joillekin kursseille."
        ),
        for_whom=_("Sinulle, jos rahaa on vähän ja olet vähintään 16-vuotias."),
        how_to_get=_("Kysy korttia paikasta, josta saat sosiaali- tai terveyspalveluja."),
        then=(
            _("Kysy siellä, jaetaanko kortteja. Kaikki paikat eivät jaa niitä."),
            _("Katso kortin verkkosivulta, missä kortti käy."),
            _("Pyydä lippu kohteesta. Lippuja voi olla rajattu määrä."),
        ),
        bring=(_("Ota kortti mukaan, kun menet tapahtumaan."), IDENTITY),
        source_name="Kulttuuria kaikille -palvelu, Kaikukeskus",
        source_url="https://kaikukortti.fi/",
        checked_on=date(2025, 11, 12),
        search="kulttuuri",
    ),
    Support(
        code="culture_companion",
        kinds=frozenset({"assistant"}),
        slugs=slugs("kulttuurikaveri", "kulturkompis", "culture-companion"),
        name=_("Kulttuurikaveri: seuraa tapahtumaan"),
        what=_("Vapaaehtoinen lähtee kanssasi teatteriin, konserttiin tai näyttelyyn. Hän auttaa, jos tarvitset apua."),
        for_whom=_("Sinulle, jos olet yli 18-vuotias helsinkiläinen ja kaipaat seuraa tai tukea."),
        how_to_get=_("Pyydä kaveria HelsinkiMission verkkosivulla."),
        then=(
            _("Kerro, mihin haluat mennä ja mitä apua tarvitset."),
            _("Kysy samalla, kuka maksaa liput."),
        ),
        source_name="Helsingin kaupunki ja HelsinkiMissio",
        source_url="https://www.helsinkimissio.fi/tarvitsetko-apua/kulttuurikaveri/",
        checked_on=REGISTER_READ_ON,
        search="kulttuurikaveri",
        keeps_benefits=True,
    ),
    Support(
        code="sport_64",
        kinds=frozenset({"discount_card"}),
        slugs=slugs("liikuntakurssit-64", "motionskurser-64", "sport-courses-64"),
        name=_("Liikuntakurssit puoleen hintaan"),
        what=_("Kaupungin liikuntakurssit maksavat sinulle puolet aikuisten hinnasta."),
        for_whom=_("Sinulle, jos olet täyttänyt 64 vuotta."),
        how_to_get=_("Ilmoittaudu kaupungin liikuntakurssille. Pyydä alennusta samalla."),
        then=(_("Jos et löydä sopivaa kurssia, soita Liikuntaluuriin."),),
        bring=(IDENTITY,),
        source_name=REGISTER,
        source_url="https://liikunta.hel.fi/fi/pages/kohderyhmat/ikaantyneet",
        checked_on=REGISTER_READ_ON,
        phone="+358931032623",
        search="ikääntyneiden liikunta",
    ),
    Support(
        code="daytime_sport",
        kinds=frozenset({"discount_card"}),
        slugs=slugs("liikuntaa-paivalla", "motion-pa-dagen", "daytime-sport"),
        name=_("Uimahalli ja kuntosali halvemmalla päivällä"),
        what=_(
            "Kausilippu on halvempi, jos käyt arkisin päivällä. Lippu käy kaupungin uimahalleihin ja kuntosaleille."
        ),
        for_whom=_("Kaikille, iästä riippumatta. Sisään pääsee kello 11 ja 15 välillä."),
        how_to_get=_("Kysy arkipäivän kausilippua uimahallin tai liikuntahallin kassalta."),
        then=(_("Kysy myös muita alennuksia: opiskelija, työtön, eläkeläinen tai turvapaikanhakija."),),
        bring=(_("Ota mukaan kortti tai todistus, jos pyydät alennusta."),),
        source_name="Helsingin kaupunki, kulttuuri ja vapaa-aika, tiedote",
        source_url="https://www.sttinfo.fi/tiedote/70893929/uusi-arkipaivatuote-helsingin-liikuntapalveluiden-valikoimaan?lang=fi",
        checked_on=date(2025, 2, 1),  # the month is recorded, the day is not
        search="uimahalli",
    ),
    Support(
        code="library_things",
        kinds=frozenset({"loan_equipment", "free_ticket"}),
        slugs=slugs("kirjaston-esineet", "bibliotekets-foremal", "things-from-the-library"),
        name=_("Kirjasto lainaa muutakin kuin kirjoja"),
        what=_(
            "Saat lainaksi pelejä, soittimia, työkaluja, liikuntavälineitä ja kausikortteja. Laina ei maksa mitään."
        ),
        for_whom=_("Kaikille, joilla on kirjastokortti."),
        how_to_get=_("Kysy kirjastosta, mitä siellä on lainattavana."),
        then=(
            _("Jos sinulla ei ole kirjastokorttia, pyydä se tiskiltä."),
            _("Laina-aika on yhdestä päivästä kahteen viikkoon."),
            _("Kysy myös alueliikuntapassia. Sillä voit kokeilla ohjattua liikuntaa kaksi viikkoa."),
        ),
        bring=(IDENTITY,),
        source_name=REGISTER,
        source_url="https://helmet.finna.fi/",
        checked_on=REGISTER_READ_ON,
        search="kirjaston esinelainat",
        keeps_benefits=True,
    ),
    Support(
        code="library_at_home",
        kinds=frozenset({"loan_equipment"}),
        slugs=slugs("kirjat-kotiin", "bocker-hem", "books-to-your-home"),
        name=_("Kirjasto tuo kirjat kotiin"),
        what=_("Kirjasto tuo sinulle kotiin kirjat, joita toivot. Palvelu on maksuton."),
        for_whom=_("Sinulle, jos et pääse kirjastoon iän, sairauden tai vamman takia."),
        how_to_get=CALL_FIRST,
        then=(_("Kerro, mitä haluat lukea tai kuunnella."), _("Jos lukeminen on vaikeaa, kysy Celian äänikirjoja.")),
        source_name=REGISTER,
        source_url="https://helmet.finna.fi/Content/kotipalvelu-ja-joustoasiakkuus",
        checked_on=REGISTER_READ_ON,
        phone="+358931085214",
        search="kirjaston kotipalvelu",
        keeps_benefits=True,
    ),
    Support(
        code="digital_help",
        kinds=frozenset({"advice"}),
        slugs=slugs("digituki", "digitalt-stod", "digital-help"),
        name=_("Apua puhelimen ja tietokoneen käyttöön"),
        what=_("Kirjastossa sinua autetaan puhelimen, tietokoneen ja verkon käytössä. Apu on maksutonta."),
        for_whom=_("Kaikille. Et tarvitse mitään taitoja."),
        how_to_get=_("Mene mihin tahansa kirjastoon, kun henkilökunta on paikalla."),
        then=(_("Joissakin kirjastoissa voit varata oman ajan."), _("Salasanat pidät aina itse.")),
        bring=(_("Ota oma puhelin tai tietokone mukaan, jos sinulla on sellainen."),),
        source_name=REGISTER,
        source_url="https://helmet.finna.fi/Content/digituki",
        checked_on=REGISTER_READ_ON,
        search="digituki",
        keeps_benefits=True,
    ),
)
