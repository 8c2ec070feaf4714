#include "core/files/settings/json_settings_lists.hpp"

#include "core/base/mail_address.hpp"
#include "core/base/money.hpp"
#include "core/codec/json_extra.hpp"
#include "core/files/json_file.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace middleground::io {

namespace {

constexpr int settings_version = 1;
constexpr std::size_t most_deals = 20000; // in a list of them
constexpr std::size_t longest_seller = 500;
constexpr std::size_t longest_word = 100;
constexpr std::string_view version_name = "middleground_settings";
constexpr std::array<std::string_view, theme_choice_count> theme_names{"system", "light", "dark"}; // in the order of the enum
static_assert(!theme_names.back().empty());
// Likewise; web/begin.js has them, too.
constexpr std::array<std::string_view, drawing_choice_count> drawing_names{"automatic", "graphics_card", "processor"};
static_assert(!drawing_names.back().empty());
constexpr std::array<std::string_view, 21> known_names{version_name,  "theme",           "drawing",  "text_percent", "order",  "last_open",
                                                       "last_open_on",
                                                       "last_backup", "samples_offered", "currency", "seller",       "recalibrates",
                                                       "changed", "import_words", "own_addresses", "not_doubles", "fields", "filters", "deal_columns",
                                                       "csv_separator", "csv_decimals"};
constexpr std::array<std::pair<std::string_view, char>, 3> separator_names{{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}}};
constexpr std::array<std::pair<std::string_view, char>, 2> decimal_names{{{"point", '.'}, {"comma", ','}}};

const std::string* text_of(const Json& file, std::string_view name) {
    const auto* found = member(file, name);
    return found ? found->get_ptr<const std::string*>() : nullptr;
}

template <typename Choice, std::size_t count>
Choice choice(const Json& file, std::string_view name, const std::array<std::string_view, count>& names, Choice usual) {
    const auto* text = text_of(file, name);
    const auto found = text ? std::find(names.begin(), names.end(), *text) : names.end();
    return found == names.end() ? usual : static_cast<Choice>(found - names.begin());
}

template <std::size_t count>
std::string name_of(const std::array<std::pair<std::string_view, char>, count>& names, char sign) {
    const auto found = std::ranges::find(names, sign, &std::pair<std::string_view, char>::second);
    return std::string(found == names.end() ? names.front().first : found->first);
}
template <std::size_t count>
char sign_of(const Json& file, std::string_view name, const std::array<std::pair<std::string_view, char>, count>& names) {
    const auto* text = text_of(file, name);
    const auto found = text ? std::ranges::find(names, *text, &std::pair<std::string_view, char>::first) : names.end();
    return found == names.end() ? names.front().second : found->second;
}

Json list_of(const std::vector<DealId>& ids) {
    auto list = Json::array();
    for (const auto& id : ids) {
        list.push_back(id.text);
    }
    return list;
}

// Each once.
std::vector<DealId> ids_of(const Json& file, std::string_view name) {
    std::vector<DealId> ids;
    const auto* found = member(file, name);
    const auto* list = found ? found->get_ptr<const Json::array_t*>() : nullptr;
    if (!list) return ids;
    std::set<std::string_view> seen;
    for (const auto& element : *list) {
        const auto* id = element.get_ptr<const std::string*>();
        if (id && is_id(*id) && seen.insert(*id).second) ids.push_back({*id});
        if (ids.size() == most_deals) break;
    }
    return ids;
}

Json list_of(const std::vector<WordMeaning>& words) {
    auto list = Json::array();
    for (const auto& word : words) {
        auto one = Json::object();
        append(one, "word", word.word);
        append(one, "meaning", std::string(key_of(word.meaning)));
        list.push_back(std::move(one));
    }
    return list;
}

std::vector<WordMeaning> words_of(const Json& file, std::string_view name) {
    std::vector<WordMeaning> words;
    const auto* found = member(file, name);
    const auto* list = found ? found->get_ptr<const Json::array_t*>() : nullptr;
    if (!list) return words;
    for (const auto& element : *list) {
        const auto* word = text_of(element, "word");
        const auto* key = text_of(element, "meaning");
        const auto meaning = key ? from_key<ImportedOutcome>(*key) : std::nullopt;
        const bool fits = word && !word->empty() && word->size() <= longest_word && meaning && *meaning != ImportedOutcome::unclear;
        if (fits) words.push_back({*word, *meaning});
        if (words.size() == Settings::most_import_words) break;
    }
    return words;
}

std::vector<std::string> addresses_of(const Json& file, std::string_view name) {
    std::vector<std::string> addresses;
    const auto* found = member(file, name);
    const auto* list = found ? found->get_ptr<const Json::array_t*>() : nullptr;
    if (!list) return addresses;
    for (const auto& element : *list) {
        const auto* text = element.get_ptr<const std::string*>();
        if (!text || text->size() > longest_seller) continue;
        const auto read = mail_addresses_in(*text);
        if (read.size() == 1 && std::find(addresses.begin(), addresses.end(), read.front()) == addresses.end()) addresses.push_back(read.front());
        if (addresses.size() == Settings::most_own_addresses) break;
    }
    return addresses;
}

Json list_of(const std::vector<NotDoubles>& pairs) {
    auto list = Json::array();
    for (const auto& pair : pairs) {
        auto one = Json::object();
        if (!pair.deal.empty()) append(one, "deal", pair.deal.text);
        append(one, "one", pair.one);
        append(one, "other", pair.other);
        list.push_back(std::move(one));
    }
    return list;
}

std::vector<NotDoubles> pairs_of(const Json& file, std::string_view name) {
    std::vector<NotDoubles> pairs;
    const auto* found = member(file, name);
    const auto* list = found ? found->get_ptr<const Json::array_t*>() : nullptr;
    if (!list) return pairs;
    for (const auto& element : *list) {
        const auto* deal = text_of(element, "deal");
        const auto* one = text_of(element, "one");
        const auto* other = text_of(element, "other");
        if (one && other && is_id(*one) && is_id(*other) && (!deal || is_id(*deal))) pairs.push_back({{deal ? *deal : std::string()}, *one, *other});
        if (pairs.size() == Settings::most_not_doubles) break;
    }
    return pairs;
}

}

std::string write_settings(const Settings& settings) {
    auto file = Json::object();
    append(file, version_name, settings_version);
    append(file, "theme", std::string(theme_names[static_cast<std::size_t>(settings.theme)]));
    append(file, "drawing", std::string(drawing_names[static_cast<std::size_t>(settings.drawing)]));
    append(file, "text_percent", settings.text_percent);
    append(file, "order", list_of(settings.order));
    if (!settings.last_open.empty()) append(file, "last_open", settings.last_open.text);
    if (settings.last_open_on) append(file, "last_open_on", settings.last_open_on->iso());
    if (settings.last_backup) append(file, "last_backup", settings.last_backup->iso());
    append(file, "samples_offered", settings.samples_offered);
    append(file, "currency", settings.currency);
    append(file, "seller", settings.seller);
    append(file, "recalibrates", settings.recalibrates);
    if (!settings.changed.empty()) append(file, "changed", list_of(settings.changed));
    if (!settings.import_words.empty()) append(file, "import_words", list_of(settings.import_words));
    if (!settings.own_addresses.empty()) {
        auto list = Json::array();
        for (const auto& address : settings.own_addresses) {
            list.push_back(address);
        }
        append(file, "own_addresses", std::move(list));
    }
    if (!settings.not_doubles.empty()) append(file, "not_doubles", list_of(settings.not_doubles));
    if (!settings.fields.empty()) append(file, "fields", json_of(settings.fields));
    if (!settings.filters.empty()) append(file, "filters", json_of(settings.filters));
    if (!settings.deal_columns.empty()) append(file, "deal_columns", json_of(settings.deal_columns));
    if (settings.csv.separator != ',') append(file, "csv_separator", name_of(separator_names, settings.csv.separator));
    if (settings.csv.point != '.') append(file, "csv_decimals", name_of(decimal_names, settings.csv.point));
    if (const auto unknown = settings.extra.empty() ? Result<Json>(Json()) : parse_json(settings.extra)) {
        if (const auto* members = unknown->get_ptr<const Json::object_t*>()) {
            for (const auto& [name, value] : *members) {
                if (std::find(known_names.begin(), known_names.end(), name) == known_names.end()) append(file, name, value);
            }
        }
    }
    return write_json(file, JsonLayout::indented);
}

Result<Settings> read_settings(std::string_view text) {
    const auto file = parse_json(text);
    if (!file) return std::unexpected(file.error());
    const auto* members = file->get_ptr<const Json::object_t*>();
    if (!members) return fail("Expected an object, found " + described(*file), {}, "Remove the stored settings.");
    Settings settings;
    settings.theme = choice(*file, "theme", theme_names, settings.theme);
    settings.drawing = choice(*file, "drawing", drawing_names, settings.drawing);
    const auto* percent = member(*file, "text_percent");
    if (const auto* number = percent ? percent->get_ptr<const std::int64_t*>() : nullptr; number && *number >= 80 && *number <= 200) {
        settings.text_percent = static_cast<int>(*number);
    }
    settings.order = ids_of(*file, "order");
    settings.changed = ids_of(*file, "changed");
    settings.import_words = words_of(*file, "import_words");
    settings.own_addresses = addresses_of(*file, "own_addresses");
    settings.not_doubles = pairs_of(*file, "not_doubles");
    settings.fields = fields_in(member(*file, "fields"));
    settings.filters = filters_in(member(*file, "filters"));
    settings.deal_columns = texts_in(member(*file, "deal_columns"), Settings::most_columns);
    settings.csv = {sign_of(*file, "csv_separator", separator_names), sign_of(*file, "csv_decimals", decimal_names)};
    if (const auto* id = text_of(*file, "last_open"); id && is_id(*id)) settings.last_open = {*id};
    const auto day_of = [&](std::string_view name) -> std::optional<Date> {
        const auto* day = text_of(*file, name);
        if (!day) return {};
        const auto date = Date::parse(*day);
        return date ? std::optional(*date) : std::nullopt;
    };
    settings.last_open_on = day_of("last_open_on");
    settings.last_backup = day_of("last_backup");
    const auto* recalibrates = member(*file, "recalibrates");
    if (const auto* flag = recalibrates ? recalibrates->get_ptr<const bool*>() : nullptr) settings.recalibrates = *flag;
    const auto* offered = member(*file, "samples_offered");
    if (const auto* flag = offered ? offered->get_ptr<const bool*>() : nullptr) settings.samples_offered = *flag;
    if (const auto* currency = text_of(*file, "currency"); currency && is_currency_code(*currency)) settings.currency = *currency;
    if (const auto* seller = text_of(*file, "seller"); seller && seller->size() <= longest_seller) settings.seller = *seller;
    auto unknown = Json::object();
    for (const auto& [name, value] : *members) {
        if (std::find(known_names.begin(), known_names.end(), name) == known_names.end()) append(unknown, name, value);
    }
    if (!unknown.empty() && fits_extra(unknown)) settings.extra = write_json(unknown, JsonLayout::compact);
    return settings;
}

}
