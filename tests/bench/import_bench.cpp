// Times the import of generated deals, people and roles and prints one line of JSON per figure: {"name", "value", "unit"}. The argument is
// the number of deals, usually 100,000; "--csv FILE" writes their table instead, for the browser's part.

#include "core/intake/tables/import_changes.hpp"
#include "core/intake/tables/reading/table_reader.hpp"
#include "core/files/json.hpp"
#include "core/model/deal.hpp"
#include "generated/assets.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

using namespace middleground;

namespace {

void print(const std::string& name, double value, const char* unit) {
    std::printf("{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"}\n", name.c_str(), value, unit);
}

double ms_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

std::string deals_csv(int count) {
    std::string text = "\"Opportunity Owner\",\"Account Name\",\"Opportunity Name\",\"Stage\",\"Amount\",\"Probability (%)\",\"Close Date\",\"Created "
                       "Date\",\"Type\",\"Opportunity ID\",\"Contact Name\",\"Email\",\"Title\",\"Role\"\r\n";
    for (int i = 0; i < count; ++i) {
        const auto n = std::to_string(i);
        text += "\"Nora Whitfield\",\"Customer " + std::to_string(i / 3) + " Ltd\",\"Delivery planning " + n + "\",\"" +
                (i % 5 == 0 ? "Closed Won" : "Negotiation/Review") + "\",\"$" + std::to_string(10 + i % 900) + ",500.00\",\"40\",\"" +
                std::to_string(1 + i % 6) + '/' + std::to_string(1 + i % 28) + "/2026\",\"1/13/2026\",\"New Business\",\"0065f" + n +
                "\",\"Person " + n + "\",\"person" + n + "@customer.example\",\"Head of IT\",\"Decision Maker\"\r\n";
    }
    return text;
}

}

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--csv") {
        std::ofstream(argv[2], std::ios::binary) << deals_csv(100000);
        return 0;
    }
    const int count = argc > 1 ? std::atoi(argv[1]) : 100000;
    std::vector<ImportVocabulary> vocabularies;
    for (const auto& asset : assets::import_tables()) {
        vocabularies.push_back(*io::read_import_vocabulary(asset.bytes));
    }
    const auto csv = deals_csv(count);
    const auto today = *Date::parse("2026-06-30");
    print("table to import", static_cast<double>(csv.size()) / 1e6, "MB");
    const auto start = std::chrono::steady_clock::now();
    const io::Charsets charsets;
    const auto file = read_table(csv, {charsets, vocabularies});
    if (!file) return 1;
    const double read = ms_since(start);
    const auto mapping = recognise(*file, vocabularies);
    const auto changes = import_changes({{"deals.csv", &*file, mapping}}, {}, vocabularies, {.open_only = false}, today, 1);
    const double all = ms_since(start);
    print("reading " + std::to_string(count) + " rows", read, "ms");
    print("reading and planning them, with a person each", all, "ms");
    std::vector<const Deal*> deals;
    for (const auto& deal : changes.added) {
        deals.push_back(&deal);
    }
    const auto second = std::chrono::steady_clock::now();
    const auto again = import_changes({{"deals.csv", &*file, mapping}}, deals, vocabularies, {.open_only = false}, today, 2);
    print("planning them again, nothing changed", ms_since(second), "ms");
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < deals.size(); i += 100) {
        bytes += io::write_deal(*deals[i]).size();
    }
    print("an imported deal with one person, stored", static_cast<double>(bytes) / (static_cast<double>(deals.size() + 99) / 100), "bytes");
    return changes.added.size() == static_cast<std::size_t>(count) && again.unchanged == count ? 0 : 1;
}
