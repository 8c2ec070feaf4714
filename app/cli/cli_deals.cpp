#include "app/cli/cli_deals.hpp"

#include "app/cli/cli_files.hpp"
#include "core/files/any_file.hpp"

#include <set>

namespace middleground::cli {

bool read_deals(const std::vector<std::string>& files, Date today, Archived which, std::vector<Deal>& deals) {
    bool fine = true;
    std::set<std::string> known;
    const auto add = [&](Deal deal) {
        if (known.insert(deal.id.text).second) deals.push_back(std::move(deal));
    };
    for (const auto& file : files) {
        const auto text = read_input(file);
        auto read = text ? io::read_any_file(*text, today) : std::unexpected(text.error());
        if (!read) {
            say_fault(source_name(file), read.error());
            fine = false;
        } else if (auto* backup = std::get_if<io::Backup>(&*read)) {
            for (auto& item : backup->deals) {
                if (!item.archived || which == Archived::taken) add(std::move(item.deal));
            }
            for (const auto& left_out : backup->left_out) {
                say_fault(source_name(file) + ", " + left_out.name, left_out.error);
                fine = false;
            }
        } else if (auto* deal = std::get_if<Deal>(&*read)) {
            add(std::move(*deal));
        } else {
            say(source_name(file) + (std::holds_alternative<Playbook>(*read) ? ": A playbook" : ": A plan for the buyer") + " says nothing of this. Choose a deal or a backup.");
            fine = false;
        }
    }
    return fine;
}

}
