#pragma once

#include "app/session/intake/intake_session.hpp"
#include "app/session/intake/update_intake.hpp"
#include "app/session/shipped.hpp"
#include "tests/support/app/tab.hpp"
#include "tests/support/readers.hpp"

#include <string>
#include <utility>
#include <vector>

namespace middleground::test {

// A mail as a program saves it, with CR LF.
inline std::string mail_file(std::string_view from, std::string_view to, std::string_view subject, std::string_view day, std::string_view text) {
    return with_crlf("From: " + std::string(from) + "\nTo: " + std::string(to) + "\nSubject: " + std::string(subject) + "\nDate: " + std::string(day) + " 10:00:00 +0200\nMessage-ID: <" +
                     std::string(day.substr(0, day.find(' '))) + std::to_string(subject.size()) + '.' + std::to_string(text.size()) + "@x>\nContent-Type: text/plain; charset=utf-8\n\n" + std::string(text) + "\n");
}

// A tab on which files are dropped that the readers read.
struct IntakeTab : Tab {
    explicit IntakeTab() {
        auto shipped = read_shipped();
        document.playbooks = std::move(shipped.playbooks);
        document.wording = std::move(shipped.wording);
        document.log_words = std::move(shipped.log_words);
        document.settings.own_addresses = {"nora@seller.example"};
    }

    // Name and bytes of each, all at once.
    void drop(const std::vector<std::pair<std::string, std::string>>& files) {
        for (const auto& [name, bytes] : files) {
            take_records(world(), readers::read_file(bytes, name, read_options()));
        }
        hear_of_reading(world(), {}, 0);
        plan_intake(world());
    }
    const Deal& deal(const DealId& id) const { return find_entry(document, id)->deal; }
    const Proposals& proposals() const { return *document.intake->proposals(); }
};

inline constexpr std::string_view nora_address = "Nora Whitfield <nora@seller.example>";
inline constexpr std::string_view dana_address = "Dana Ortiz <dana@kestrel.example>";

// A question of theirs and a promise of ours.
inline std::vector<std::pair<std::string, std::string>> two_mails() {
    return {{"one.eml", mail_file(dana_address, nora_address, "Pilot", "8 Jun 2026", "Hi Nora,\n\nHow long does the pilot take per site?\n\nBest regards,\nDana")},
            {"two.eml", mail_file(nora_address, dana_address, "Re: Pilot", "9 Jun 2026", "Hi Dana,\n\nI will send you the sizing sheet by Friday.\n\nNora")}};
}

}
