#include "app/cli/cli_commands.hpp"
#include "app/cli/cli_deals.hpp"
#include "app/cli/cli_files.hpp"
#include "app/cli/arguments/cli_values.hpp"
#include "app/session/derived.hpp"
#include "app/platform/native/native_entropy.hpp"
#include "app/session/shipped.hpp"
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/export.hpp"
#include "core/report/tables.hpp"

namespace middleground::cli {

namespace {

int exit_code(bool fine) {
    return fine ? done : bad_input;
}

io::CsvForm form_of(const std::string& separator, const std::string& decimals) {
    return {separator.empty() ? ',' : separator_of(separator), from_key<DecimalSign>(decimals) == DecimalSign::comma ? ',' : '.'};
}

BuyerPlan buyer_plan_for(const Deal& deal, Date today) {
    const auto shipped = read_shipped();
    return buyer_plan(deal, today, playbook_of(shipped.playbooks, deal));
}

Result<std::string> protected_link(const Deal& deal, std::string_view passphrase) {
    io::SealEntropy entropy;
    if (!draw_entropy(entropy.salt) || !draw_entropy(entropy.nonce)) {
        return fail("The system provides no random bytes", {}, "Make a link without a passphrase, or send the file.");
    }
    return io::encode_link(deal, passphrase, entropy);
}

}

int run(const MakeLink& command, Date today) {
    const auto deal = load_deal(command.deal, {}, today);
    auto passphrase = read_passphrase(command.passphrase_file);
    if (!passphrase) {
        say_fault(source_name(command.passphrase_file), passphrase.error());
        return bad_input;
    }
    const auto link = !deal                 ? std::unexpected(deal.error())
                      : command.buyer_safe  ? io::encode_link(buyer_plan_for(*deal, today))
                      : passphrase->empty() ? io::encode_link(*deal)
                                            : protected_link(*deal, *passphrase);
    io::wipe(*passphrase);
    if (!link) {
        say_fault(source_name(command.deal), link.error());
        return bad_input;
    }
    // The address of a page with a fragment in it is taken without.
    return exit_code(write_output({}, command.base.substr(0, command.base.find('#')) + *link + '\n'));
}

int run(const Export& command, Date today) {
    const auto deal = load_deal(command.deal, command.passphrase_file, today);
    if (!deal) {
        say_fault(source_name(command.deal), deal.error());
        return bad_input;
    }
    const auto format = *from_key<ExportFormat>(command.format);
    const auto form = form_of(command.separator, command.decimals);
    const auto file = command.buyer_safe ? export_plan(buyer_plan_for(*deal, today), format, form) : export_deal(*deal, format, today, form);
    return exit_code(write_output(command.output, file.bytes));
}

int run(const MakeTable& command, Date today) {
    std::vector<Deal> deals;
    if (!read_deals(command.files, today, Archived::taken, deals)) return bad_input;
    std::vector<const Deal*> all;
    for (const auto& deal : deals) {
        all.push_back(&deal);
    }
    const auto form = form_of(command.separator, command.decimals);
    return exit_code(write_output(command.output, io::write_csv(command.people ? people_table(all, form) : deals_table(all, form), form)));
}

int run(const OpenLink& command, Date today) {
    const bool piped = command.link == standard_input;
    const auto text = piped ? read_input(command.link) : Result<std::string>(command.link);
    auto passphrase = read_passphrase(command.passphrase_file);
    if (!passphrase) {
        say_fault(source_name(command.passphrase_file), passphrase.error());
        return bad_input;
    }
    const auto snapshot = text ? io::decode_snapshot(*text, today, *passphrase) : std::unexpected(text.error());
    io::wipe(*passphrase);
    if (!snapshot) {
        say_fault(piped ? "standard input" : "link", snapshot.error());
        return bad_input;
    }
    const auto* plan = std::get_if<BuyerPlan>(&*snapshot);
    return exit_code(write_output(command.output, plan ? io::write_plan(*plan) : io::write_deal(std::get<Deal>(*snapshot))));
}

}
