#include "core/base/mail_address.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/merge/doubles/doubles.hpp"
#include "core/merge/doubles/name_keys.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace middleground {

std::string_view key_of(Likeness likeness) {
    return likeness == Likeness::certain ? "certain" : likeness == Likeness::likely ? "likely" : "possible";
}
std::string_view label_of(Likeness likeness) {
    return likeness == Likeness::certain ? "Almost certainly" : likeness == Likeness::likely ? "Likely" : "Perhaps";
}

namespace {

using namespace std::string_view_literals;

// Several people read what comes there.
bool is_shared_mailbox(std::string_view address) {
    constexpr std::array names{"info"sv,  "office"sv, "contact"sv, "kontakt"sv, "sales"sv,    "hello"sv,   "mail"sv,       "team"sv,   "support"sv, "einkauf"sv,
                               "admin"sv, "service"sv, "procurement"sv, "purchasing"sv, "billing"sv, "accounts"sv, "reception"sv, "post"sv, "it"sv, "hr"sv};
    return std::ranges::find(names, address.substr(0, address.find('@'))) != names.end();
}

constexpr std::size_t most_of_one_key = 60; // of one key, each with each

struct Known {
    const Stakeholder* person;
    NameKeys name;
    std::vector<std::string> addresses;
};

class PeopleByKey {
public:
    PeopleByKey(const Deal& deal, std::span<const NotDoubles> not_doubles) {
        for (const auto& pair : not_doubles) {
            if (pair.deal != deal.id) continue;
            apart_.insert({pair.one, pair.other});
            apart_.insert({pair.other, pair.one});
        }
        known_.reserve(deal.stakeholders.size());
        for (const auto& person : deal.stakeholders) {
            heads_.push_back(heads_.size());
            known_.push_back({&person, name_keys(person.name), mail_addresses_in(person.contact)});
        }
    }

    std::vector<PersonDouble> found() {
        std::map<std::string, std::vector<std::size_t>, std::less<>> addresses, names, initials;
        for (std::size_t i = 0; i < known_.size(); ++i) {
            const auto& one = known_[i];
            for (const auto& address : one.addresses) {
                if (!is_shared_mailbox(address)) addresses[address].push_back(i);
            }
            if (one.name.empty()) continue;
            for (const auto& key : std::set{one.name.same, one.name.plain, one.name.spelt}) names[key].push_back(i);
            if (!one.name.initial.empty()) initials[one.name.initial].push_back(i);
        }
        for (const auto& [key, group] : addresses) compare(group);
        for (const auto& [key, group] : names) compare(group);
        for (const auto& [key, group] : initials) compare_initials(group);
        sort_list(doubles_, [](const Pair& a, const Pair& b) {
            return a.likeness != b.likeness ? a.likeness > b.likeness : std::pair(a.one, a.other) < std::pair(b.one, b.other);
        });
        std::vector<PersonDouble> result;
        for (auto& pair : doubles_) {
            result.push_back({known_[pair.one].person->id, known_[pair.other].person->id, pair.likeness, std::move(pair.reason)});
        }
        return result;
    }

private:
    struct Pair {
        std::size_t one, other;
        Likeness likeness;
        std::string reason;
    };

    // Each with the first that it can be one with.
    void compare(const std::vector<std::size_t>& group) {
        for (std::size_t i = 1; i < group.size(); ++i) {
            for (std::size_t j = 0; j < std::min(i, most_of_one_key); ++j) {
                if (add(group[j], group[i])) break;
            }
        }
    }
    // "A. Müller" is somebody only where one person can be meant.
    void compare_initials(const std::vector<std::size_t>& group) {
        std::vector<std::size_t> whole;
        std::ranges::copy_if(group, std::back_inserter(whole), [&](std::size_t i) { return !known_[i].name.is_initial; });
        if (whole.empty()) return;
        const bool is_one = std::ranges::all_of(whole, [&](std::size_t i) { return known_[i].name.plain == known_[whole.front()].name.plain; });
        if (!is_one) return;
        for (const auto i : group) {
            if (known_[i].name.is_initial) add(std::min(i, whole.front()), std::max(i, whole.front()));
        }
    }

    // Of those that are connected by proposals, one.
    std::size_t head(std::size_t person) const {
        while (heads_[person] != person) person = heads_[person];
        return person;
    }

    // False: they are not.
    bool add(std::size_t one, std::size_t other) {
        if (one == other) return false;
        const auto known = verdicts_.find({one, other});
        if (known != verdicts_.end()) return known->second;
        auto pair = judged(known_[one], known_[other]);
        const bool is_double = pair.has_value();
        verdicts_.emplace(std::pair(one, other), is_double);
        // Whoever is alike to two that are alike is proposed with one of them.
        if (!pair || head(one) == head(other)) return is_double;
        heads_[head(other)] = head(one);
        doubles_.push_back({one, other, pair->first, std::move(pair->second)});
        return is_double;
    }

    std::optional<std::pair<Likeness, std::string>> judged(const Known& one, const Known& other) const {
        const auto& a = *one.person;
        const auto& b = *other.person;
        if (apart_.contains({a.id.text, b.id.text})) return {};
        const bool same = !one.name.empty() && one.name.same == other.name.same;
        const bool alike = !one.name.empty() && !other.name.empty() &&
                           (one.name.plain == other.name.plain || one.name.plain == other.name.spelt || one.name.spelt == other.name.plain);
        const auto shared = std::ranges::find_if(one.addresses, [&](const std::string& address) {
            return !is_shared_mailbox(address) && std::ranges::find(other.addresses, address) != other.addresses.end();
        });
        if (shared != one.addresses.end()) {
            const bool related = one.name.empty() || other.name.empty() ||
                                 std::ranges::any_of(one.name.words, [&](const std::string& word) { return std::ranges::find(other.name.words, word) != other.name.words.end(); });
            return std::pair(related ? Likeness::certain : Likeness::likely, (related ? "the same address, " : "the same address under two names, ") + *shared);
        }
        // Whoever gave two people of one name different functions knows that they are two.
        if (a.function != b.function && a.function != Function::other && b.function != Function::other) return {};
        const bool other_address = !one.addresses.empty() && !other.addresses.empty();
        const bool other_title = !trimmed(a.title).empty() && !trimmed(b.title).empty() && folded(trimmed(a.title)) != folded(trimmed(b.title));
        if (other_address && (other_title || !same)) return {};
        if (same) {
            if (other_address) return std::pair(Likeness::possible, std::string("the same name, with different addresses"));
            if (other_title) return std::pair(Likeness::likely, std::string("the same name, with different titles"));
            return std::pair(one.name.words.size() > 1 ? Likeness::certain : Likeness::likely, std::string("the same name"));
        }
        if (alike) return std::pair(Likeness::likely, std::string("the same name, written differently"));
        return std::pair(Likeness::possible, std::string("a name that may be short for the other"));
    }

    std::set<std::pair<std::string_view, std::string_view>> apart_;
    std::vector<Known> known_;
    std::vector<std::size_t> heads_;
    std::map<std::pair<std::size_t, std::size_t>, bool> verdicts_;
    std::vector<Pair> doubles_;
};

}

std::vector<PersonDouble> likely_doubles(const Deal& deal, std::span<const NotDoubles> not_doubles) {
    return PeopleByKey(deal, not_doubles).found();
}

}
