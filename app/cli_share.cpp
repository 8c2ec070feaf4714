#include "app/cli_commands.hpp"
#include "app/cli_files.hpp"
#include "core/io/json.hpp"
#include "core/io/snapshot_link.hpp"
#include "core/report/export.hpp"

namespace middleground::cli {

namespace {

int exit_code(bool fine) {
    return fine ? done : bad_input;
}

}

int run(const MakeLink& command, Date today) {
    const auto deal = load_deal(command.deal, today);
    const auto link = !deal                ? std::unexpected(deal.error())
                      : command.buyer_safe ? io::encode_link(buyer_plan(*deal, today))
                                           : io::encode_link(*deal);
    if (!link) {
        say_fault(source_name(command.deal), link.error());
        return bad_input;
    }
    // The address of a page with a fragment in it is taken without.
    return exit_code(write_output({}, command.base.substr(0, command.base.find('#')) + *link + '\n'));
}

int run(const Export& command, Date today) {
    const auto deal = load_deal(command.deal, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    const auto format = *from_key<ExportFormat>(command.format);
    const auto file = command.buyer_safe ? export_plan(buyer_plan(*deal, today), format) : export_deal(*deal, format, today);
    return exit_code(write_output(command.output, file.bytes));
}

int run(const OpenLink& command, Date today) {
    const bool piped = command.link == standard_input;
    const auto text = piped ? read_input(command.link) : Result<std::string>(command.link);
    const auto snapshot = text ? io::decode_snapshot(*text, today) : std::unexpected(text.error());
    if (!snapshot) {
        say_fault(piped ? "standard input" : "link", snapshot.error());
        return bad_input;
    }
    const auto* plan = std::get_if<BuyerPlan>(&*snapshot);
    return exit_code(write_output(command.output, plan ? io::write_plan(*plan) : io::write_deal(std::get<Deal>(*snapshot))));
}

}
