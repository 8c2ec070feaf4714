#include "core/base/sort_list.hpp"
#include "core/merge/doubles/doubles.hpp"
#include "core/merge/doubles/name_keys.hpp"
#include "core/model/members/closing.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace middleground {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_of_one_account = 60; // deals of one account, each with each
constexpr std::size_t most_found = 1000;

bool has_figure(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Where words of a title are the same, and where most of them are.
enum class Titles : std::uint8_t { different, one_is_missing, similar, same };

Titles titles_of(const DealKey& a, const DealKey& b) {
    if (a.title.empty() || b.title.empty()) {
        if (!a.title.empty() || !b.title.empty()) return a.numbers.empty() && b.numbers.empty() ? Titles::one_is_missing : Titles::different;
        return a.numbers == b.numbers ? Titles::same : Titles::different;
    }
    if (a.numbers != b.numbers) return Titles::different;
    if (a.title == b.title) return Titles::same;
    std::vector<std::string> both;
    std::ranges::set_intersection(a.title, b.title, std::back_inserter(both));
    const auto fewer = std::min(a.title.size(), b.title.size());
    const auto all = a.title.size() + b.title.size() - both.size();
    const bool is_part = both.size() == fewer && fewer >= 2;
    return is_part || both.size() * 10 >= all * 6 ? Titles::similar : Titles::different;
}

bool ended_before(const DealKey& a, const DealKey& b) {
    return a.closed && *a.closed <= b.opened;
}

std::optional<std::pair<Likeness, std::string>> judged(const DealKey& a, const DealKey& b) {
    if (a.sample || b.sample || a.id == b.id) return {};
    if (!a.record.empty() && a.record == b.record) return std::pair(Likeness::certain, "the same record in " + a.system);
    if (a.account != b.account || ended_before(a, b) || ended_before(b, a)) return {};
    const bool other_amount = a.amount && b.amount && *a.amount != *b.amount;
    const auto titles = titles_of(a, b);
    if (a.account.empty()) {
        if (titles != Titles::same || a.title.size() < 2 || other_amount) return {};
        return std::pair(Likeness::possible, std::string("the same title, and neither names an account"));
    }
    switch (titles) {
    case Titles::same:
        if (a.title.empty() && a.numbers.empty()) return std::pair(other_amount ? Likeness::possible : Likeness::likely, std::string("the same account, and no title tells them apart"));
        if (other_amount) return std::pair(Likeness::likely, std::string("the same account and the same title, with different amounts"));
        return std::pair(Likeness::certain, std::string("the same account and the same title"));
    case Titles::similar:
        return std::pair(other_amount ? Likeness::possible : Likeness::likely, std::string("the same account and a similar title"));
    case Titles::one_is_missing:
        if (other_amount) return {};
        return std::pair(Likeness::possible, std::string("the same account, and one has no title"));
    case Titles::different:
        break;
    }
    return {};
}

}

DealKey key_of(const Deal& deal) {
    DealKey key;
    key.id = deal.id;
    key.sample = deal.sample;
    key.account = account_key(deal.account);
    key.opened = deal.opened;
    key.amount = deal.amount;
    if (const auto closing = closing_of(deal.outcome)) key.closed = closing->on;
    if (deal.origin && !deal.origin->id.empty()) {
        key.system = deal.origin->system == OriginSystem::other ? "the table they came from" : std::string(label_of(deal.origin->system));
        key.record = std::string(key_of(deal.origin->system)) + ' ' + deal.origin->id;
    }
    constexpr std::array small{"a"sv, "an"sv, "the"sv, "of"sv, "for"sv, "and"sv, "in"sv, "de"sv, "la"sv, "der"sv, "die"sv, "das"sv, "und"sv, "fur"sv, "deal"sv};
    const auto of_account = plain_words_of(deal.account);
    std::set<std::string> words;
    for (auto& word : plain_words_of(deal.title)) {
        if (std::ranges::find(small, word) != small.end() || std::ranges::find(of_account, word) != of_account.end()) continue;
        if (has_figure(word)) {
            key.numbers.push_back(std::move(word));
        } else {
            words.insert(std::move(word));
        }
    }
    key.title.assign(words.begin(), words.end());
    sort_list(key.numbers);
    return key;
}

std::vector<DealDouble> likely_doubles(std::span<const DealKey> deals, std::span<const NotDoubles> not_doubles) {
    struct Pair {
        std::size_t one, other;
        Likeness likeness;
        std::string reason;
    };
    std::vector<Pair> pairs;
    std::set<std::pair<std::size_t, std::size_t>> seen;
    std::set<std::pair<std::string_view, std::string_view>> apart;
    for (const auto& pair : not_doubles) {
        if (!pair.deal.empty()) continue;
        apart.insert({pair.one, pair.other});
        apart.insert({pair.other, pair.one});
    }
    const auto compare = [&](const std::vector<std::size_t>& group) {
        for (std::size_t i = 1; i < group.size() && pairs.size() < most_found; ++i) {
            for (std::size_t j = 0; j < std::min(i, most_of_one_account); ++j) {
                const auto& one = deals[group[j]];
                const auto& other = deals[group[i]];
                auto pair = judged(one, other);
                if (!pair || apart.contains({one.id.text, other.id.text})) continue;
                if (seen.insert({group[j], group[i]}).second) pairs.push_back({group[j], group[i], pair->first, std::move(pair->second)});
                break; // each with the first that it may be one with
            }
        }
    };
    std::map<std::string_view, std::vector<std::size_t>> records, accounts;
    for (std::size_t i = 0; i < deals.size(); ++i) {
        if (deals[i].sample) continue;
        if (!deals[i].record.empty()) records[deals[i].record].push_back(i);
        accounts[deals[i].account].push_back(i);
    }
    for (const auto& [record, group] : records) compare(group);
    for (const auto& [account, group] : accounts) {
        if (group.size() <= most_of_one_account && !account.empty()) {
            compare(group);
            continue;
        }
        std::map<std::pair<std::vector<std::string>, std::vector<std::string>>, std::vector<std::size_t>> titles;
        for (const auto i : group) titles[{deals[i].title, deals[i].numbers}].push_back(i);
        for (const auto& [title, same] : titles) {
            // Of a great many of one title the first ones are enough to see what they are.
            compare({same.begin(), same.begin() + static_cast<std::ptrdiff_t>(std::min(same.size(), most_of_one_account))});
        }
    }
    sort_list(pairs, [](const Pair& a, const Pair& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : std::pair(a.one, a.other) < std::pair(b.one, b.other);
    });
    std::vector<DealDouble> result;
    for (auto& pair : pairs) {
        result.push_back({deals[pair.one].id, deals[pair.other].id, pair.likeness, std::move(pair.reason)});
    }
    return result;
}

}
