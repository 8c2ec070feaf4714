#include "app/viewmodel/doubles/doubles_data.hpp"

#include "core/base/code_point.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

constexpr std::size_t keys_a_call = 400;

std::uint64_t revision_of_list(const Document& document) {
    return document.next_revision * 1000003u + document.entries.size();
}

std::string name_of_deal(const Document& document, const DealId& id) {
    const auto* entry = find_entry(document, id);
    if (!entry) return "a deal";
    const auto& deal = entry->deal;
    const auto account = text_or(deal.account, untitled_deal);
    return trimmed(deal.title).empty() || trimmed(deal.account).empty() ? deal_name(deal) : account + " / " + std::string(trimmed(deal.title));
}

}

const std::vector<PersonDouble>& DoublesCache::people(const Deal& deal, std::uint64_t revision, const Settings& settings) {
    const bool is_known = people_of_ == deal.id && people_seen_ == revision && people_apart_ == settings.not_doubles;
    if (!is_known) {
        people_ = likely_doubles(deal, settings.not_doubles);
        people_of_ = deal.id;
        people_seen_ = revision;
        people_apart_ = settings.not_doubles;
    }
    return people_;
}

bool DoublesCache::begin(const Document& document) {
    const auto revision = revision_of_list(document);
    if (deals_seen_ == revision && deals_apart_ == document.settings.not_doubles) return looks_;
    deals_seen_ = revision;
    compares_ = compares_ || deals_counted_ != document.entries.size() || deals_apart_ != document.settings.not_doubles;
    deals_counted_ = document.entries.size();
    deals_apart_ = document.settings.not_doubles;
    unseen_.clear();
    for (const auto& entry : document.entries) {
        const auto known = keys_.find(entry.deal.id.text);
        if (known == keys_.end() || known->second.revision != entry.revision || known->second.archived != entry.archived) unseen_.push_back(entry.deal.id);
    }
    looks_ = true;
    return true;
}

bool DoublesCache::work(const Document& document) {
    if (!looks_) return false;
    if (!unseen_.empty()) {
        const auto now = std::min(unseen_.size(), keys_a_call);
        std::vector<DealId> chosen(unseen_.end() - static_cast<std::ptrdiff_t>(now), unseen_.end());
        unseen_.resize(unseen_.size() - now);
        sort_list(chosen);
        for (const auto& entry : document.entries) {
            if (!std::ranges::binary_search(chosen, entry.deal.id)) continue;
            auto& known = keys_[entry.deal.id.text];
            auto key = key_of(entry.deal);
            compares_ = compares_ || known.key != key || known.archived != entry.archived;
            known = {entry.revision, entry.archived, std::move(key)};
        }
        return true;
    }
    looks_ = false;
    if (!std::exchange(compares_, false)) return false;
    std::vector<DealKey> keys;
    keys.reserve(document.entries.size());
    for (const auto& entry : document.entries) {
        const auto known = keys_.find(entry.deal.id.text);
        if (!entry.archived && known != keys_.end()) keys.push_back(known->second.key);
    }
    deals_ = likely_doubles(keys, deals_apart_);
    return false;
}

std::string person_doubles_title(std::size_t pairs) {
    if (pairs == 0) return {};
    return pairs == 1 ? "Two people may be one" : std::to_string(pairs) + " pairs of people may each be one";
}

std::string deal_doubles_title(std::size_t pairs) {
    if (pairs == 0) return {};
    return pairs == 1 ? "2 deals may be the same" : std::to_string(pairs) + " pairs of deals may each be the same";
}

std::string pair_names(const Deal& deal, const PersonDouble& pair) {
    const auto name = [&](const StakeholderId& id) {
        const auto words = name_of(deal, id);
        return words.empty() ? std::string(nameless_person) : words;
    };
    return name(pair.one) + " and " + name(pair.other);
}

std::string pair_names(const Document& document, const DealDouble& pair) {
    return name_of_deal(document, pair.one) + " and " + name_of_deal(document, pair.other);
}

std::string reason_words(Likeness likeness, const std::string& reason) {
    return std::string(label_of(likeness)) + ": " + reason;
}

Settings with_not_doubles(Settings settings, NotDoubles pair) {
    if (are_not_doubles(settings.not_doubles, pair.deal, pair.one, pair.other)) return settings;
    auto& list = settings.not_doubles;
    if (list.size() >= Settings::most_not_doubles) list.erase(list.begin());
    list.push_back(std::move(pair));
    return settings;
}

std::string choice_words(const std::string& text) {
    constexpr std::size_t most = 280; // bytes
    const auto words = trimmed(text);
    if (words.empty()) return "Nothing";
    return words.size() <= most ? std::string(words) : std::string(trimmed(cut_to(words, most))) + "\u2026";
}

}
