#include "core/readers/mail/own_words.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;
using readers::own_words;

TEST_CASE("what is answered to is left out, however programs mark it") {
    for (const std::string_view quote : {
             "On Tue, Jun 9, 2026 at 6:05 PM Dana Ortiz <dana@kestrel.example> wrote:\n> Old",
             "On 9 Jun 2026, at 18:05, Dana Ortiz wrote:\n\nOld without marks",
             "Am Di., 9. Juni 2026 um 18:05 Uhr schrieb Dana Ortiz <\ndana@kestrel.example>:\n> Alt",
             "Le mar. 9 juin 2026 \u00e0 18:05, Dana Ortiz <dana@kestrel.example> a \u00e9crit :\n> Vieux",
             "El mar, 9 jun 2026 a las 18:05, Dana Ortiz (<dana@kestrel.example>) escribi\u00f3:\n> Viejo",
             "Il giorno mar 9 giu 2026 alle ore 18:05 Dana <dana@kestrel.example> ha scritto:\n> Vecchio",
             "-----Original Message-----\nFrom: Dana\nOld",
             "-----Urspr\u00fcngliche Nachricht-----\nVon: Dana\nAlt",
             "________________________________\nVon: Dana Ortiz <dana@kestrel.example>\nGesendet: Dienstag, 9. Juni 2026 18:05\nAn: Nora\nBetreff: Preise\n\nAlt",
             "*From:* Dana Ortiz <dana@kestrel.example>\n*Sent:* Tuesday, June 9, 2026 6:05 PM\n*To:* Nora\n*Subject:* Pricing\n\nOld",
             "De : Dana Ortiz <dana@kestrel.example>\nEnvoy\u00e9 : mardi 9 juin 2026 18:05\n\u00c0 : Nora\nObjet : Prix\n\nVieux",
             "De: Dana Ortiz\nEnviado el: martes, 9 de junio de 2026 18:05\nPara: Nora\nAsunto: Precio\n\nViejo",
         }) {
        INFO(quote);
        CHECK(own_words("New words.\n\n" + std::string(quote) + "\n").text == "New words.");
    }
}

TEST_CASE("answers between the quotes stay") {
    CHECK(own_words("On Tue, 9 Jun 2026, Dana wrote:\n> How long?\nThree weeks.\n> How much?\nAs said.\n").text == "Three weeks.\nAs said.");
}

TEST_CASE("signatures and small print are left out, a letter is not") {
    CHECK(own_words("Fine.\n\n-- \nDana Ortiz\nCOO\n").text == "Fine.");
    CHECK(own_words("Fine.\n\nSent from my iPhone\n").text == "Fine.");
    CHECK(own_words("Passt.\n\nVon meinem iPhone gesendet").text == "Passt.");
    CHECK(own_words("Fine.\n\nKind regards,\n\nDana Ortiz\nCOO | Kestrel Logistics\n+47 22 33 44\n").text == "Fine.");
    CHECK(own_words("Passt.\n\nMit freundlichen Gr\u00fc\u00dfen\nDana").text == "Passt.");
    CHECK(own_words("Fine.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee.\nDelete it.").text == "Fine.");
    CHECK(own_words("CAUTION: This email originated from outside of the organization.\n\nFine.").text == "Fine.");
    // What a program puts below a signature may ask.
    CHECK(own_words("Fine.\n\nBest\nAda\n\n--\nAda Okonkwo\nHead of Patient Services | Harbor Clinics\nDo you really need to print this e-mail?\n").text == "Fine.");
    // The sender's name alone begins one.
    CHECK(own_words("Price: 120,000\nKim Reyes\nAccount Executive\nSeller Inc.\n", "Kim Reyes").text == "Price: 120,000");
    CHECK(own_words("Fine.\n\nKim Reyes\nwill be there on Monday, and so will all of us.\n", "Kim Reyes").text.ends_with("all of us."));
    CHECK(own_words("Kim Reyes\nAccount Executive\n", "Kim Reyes").text == "Kim Reyes\nAccount Executive");
    // A letter that begins with thanks, and one that goes on.
    CHECK(own_words("Thanks,\nwe will look at it.").text == "Thanks,\nwe will look at it.");
    const std::string long_line(120, 'x');
    CHECK(own_words("Fine.\nThanks\n" + long_line).text == "Fine.\nThanks\n" + long_line);
}

TEST_CASE("prose that looks like a heading is none") {
    for (const std::string_view text : {"From: here to there is far.", "On Monday we wrote:", "Am Ende schrieb er: nichts.", "Subject: to approval", "To: do"}) {
        CHECK(own_words(text).text == text);
    }
    CHECK(own_words("").text.empty());
    CHECK(own_words("\n\n \n").text.empty());
}

TEST_CASE("what was passed on is kept apart") {
    const auto words = own_words("See below.\n\n---------- Forwarded message ---------\nFrom: Liam <liam@kestrel.example>\nDate: Mon\nSubject: Plan\nTo: Dana\n\nThe board meets on Friday.\n\nRegards\nLiam\n");
    CHECK(words.text == "See below.");
    CHECK(words.passed == "The board meets on Friday.");
}
