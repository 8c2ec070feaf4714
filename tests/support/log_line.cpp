#include "tests/support/log_line.hpp"

#include "core/base/text.hpp"
#include "core/base/typed/log_tokens.hpp"
#include "core/files/json.hpp"
#include "core/model/names.hpp"
#include "generated/assets.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace middleground::test {

namespace {

template <typename Ids>
std::string names_in(const Deal& deal, const Ids& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids)
        names.push_back(name_of(deal, id));
    return joined(names);
}

std::string day_in_words(const LogDate& date) {
    return date.day.iso() + (date.other ? " or " + date.other->iso() : "");
}

std::string titles_in(const Deal& deal, const std::vector<CommitmentId>& ids) {
    std::vector<std::string> titles;
    for (const auto& id : ids)
        titles.push_back(find(deal, id)->title);
    return joined(titles);
}

struct InWords {
    const Deal& deal;

    std::string operator()(const LogKind& kind) const {
        const auto way = kind.direction == Direction::mutual ? "with" : kind.direction == Direction::inbound ? "from" : "to";
        return std::string(key_of(kind.kind)) + ' ' + way;
    }
    std::string operator()(const LogDay& day) const { return "day " + day_in_words(day.on); }
    std::string operator()(const LogPerson& person) const { return name_of(deal, person.person); }
    std::string operator()(const LogPersonUnclear& unclear) const { return "which? " + names_in(deal, unclear.people); }
    std::string operator()(const LogNewPerson& person) const {
        return "new " + person.name + (person.like.empty() ? "" : " or " + names_in(deal, person.like)) + '?';
    }
    std::string operator()(const LogAsk& ask) const {
        auto text = std::string(key_of(ask.answer)) + (ask.by == Asker::them ? " by them " : " ") + titles_in(deal, ask.commitments);
        if (!ask.who.empty()) text += " (" + names_in(deal, ask.who) + ')';
        if (ask.due) text += " by " + day_in_words(*ask.due);
        if (ask.not_before) text += " not before " + day_in_words(*ask.not_before);
        return ask.why.empty() ? text : text + ": " + ask.why;
    }
    std::string operator()(const LogConcern& concern) const {
        return std::string(key_of(concern.kind)) + ' ' + concern.text + (concern.who.text.empty() ? "" : " (" + name_of(deal, concern.who) + ')');
    }
    std::string operator()(const LogGiven& given) const { return "gave " + given.text; }
    std::string operator()(const LogPromise& promise) const {
        return "promise " + promise.text + (promise.to.text.empty() ? "" : " (" + name_of(deal, promise.to) + ')') +
               (promise.due ? " by " + day_in_words(*promise.due) : "");
    }
    std::string operator()(const LogNext& next) const {
        return "next " + next.what + (next.commitment.text.empty() ? "" : " (" + find(deal, next.commitment)->title + ')') +
               (next.on ? " on " + day_in_words(*next.on) : "");
    }
};

bool splits_a_character(std::string_view line, std::size_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0) == 0x80;
}

// Whether the words name the commitment: some word of its title stands there.
bool names(std::string_view words, const Commitment& commitment) {
    const auto title = log_tokens(commitment.title).list;
    return std::ranges::any_of(log_tokens(words).list,
                               [&](const LogToken& word) { return std::ranges::find(title, word.key, &LogToken::key) != title.end(); });
}

}

const LogWords& english_log() {
    static const auto words = [] {
        for (const auto& asset : assets::log_words()) {
            if (asset.name != "en") continue;
            auto read = io::read_log_words(asset.bytes);
            if (read) return std::move(*read);
            std::fprintf(stderr, "%s\n", read.error().message().c_str());
        }
        std::abort();
    }();
    return words;
}

Deal log_deal() {
    Deal deal;
    deal.id = {"d00001"};
    deal.title = "Delivery planning";
    deal.created = deal.opened = *Date::from_calendar(2026, 5, 1);
    for (const auto* name : {"Elena Brandt", "Marcus Olsen", "Tom Hadley", "Priya Nair", "Judith Kramer", "Anna Berg", "Anna Kruse",
                             "Will Turner", "May Lund", "Mark Reed", "Rob O'Hara", "J\u00f6rg M\u00fcller", "Anne-Marie Dupont"}) {
        Stakeholder person;
        person.id = {"p000" + std::to_string(10 + deal.stakeholders.size())};
        person.created = deal.opened;
        person.name = name;
        deal.stakeholders.push_back(std::move(person));
    }
    deal.stakeholders[3].contact = "nair@brightwater.example";
    for (const auto* title : {"Time", "Explore", "Change", "Build consensus", "Invest", "Review", "Resolve concerns", "Decide",
                              "Reserve the budget", "Agree the budget"}) {
        Commitment commitment;
        commitment.id = {"c000" + std::to_string(10 + deal.commitments.size())};
        commitment.created = deal.opened;
        commitment.title = title;
        deal.commitments.push_back(std::move(commitment));
    }
    return deal;
}

Date log_today() {
    return *Date::from_calendar(2026, 6, 16);
}

std::string in_words(const LogLine& line, const Deal& deal) {
    std::string text;
    for (const auto& part : line.parts)
        text += std::visit(InWords{deal}, part.meaning) + " | ";
    return text + "= " + line.summary;
}

std::string broken_promise(const LogLine& read, std::string_view line, const Deal& deal) {
    const bool is_text = !first_invalid_utf8(line);
    std::uint32_t end = 0;
    int kinds = 0;
    int days = 0;
    int nexts = 0;
    for (const auto& part : read.parts) {
        if (part.begin < end || part.end <= part.begin || part.end > line.size())
            return "ranges are in order, hold something and do not overlap";
        if (is_text && (splits_a_character(line, part.begin) || splits_a_character(line, part.end))) return "ranges hold whole characters";
        end = part.end;
        kinds += std::holds_alternative<LogKind>(part.meaning) ? 1 : 0;
        days += std::holds_alternative<LogDay>(part.meaning) ? 1 : 0;
        nexts += std::holds_alternative<LogNext>(part.meaning) ? 1 : 0;
        std::vector<StakeholderId> people;
        std::vector<CommitmentId> commitments;
        if (const auto* one = std::get_if<LogPerson>(&part.meaning)) people = {one->person};
        if (const auto* several = std::get_if<LogPersonUnclear>(&part.meaning)) {
            people = several->people;
            if (people.size() < 2) return "an unclear name may be several people";
        }
        if (const auto* unknown = std::get_if<LogNewPerson>(&part.meaning)) {
            people = unknown->like;
            if (unknown->name.empty()) return "a new name is not empty";
        }
        if (const auto* ask = std::get_if<LogAsk>(&part.meaning)) {
            people = ask->who;
            commitments = ask->commitments;
            if (commitments.empty()) return "an ask has a commitment";
        }
        if (const auto* concern = std::get_if<LogConcern>(&part.meaning); concern && !concern->who.text.empty()) people = {concern->who};
        if (const auto* promise = std::get_if<LogPromise>(&part.meaning); promise && !promise->to.text.empty()) people = {promise->to};
        if (const auto* next = std::get_if<LogNext>(&part.meaning)) {
            if (!next->commitment.text.empty()) commitments = {next->commitment};
            if (next->what.empty() && !next->on) return "a next step says something";
        }
        for (const auto& id : people) {
            if (!find(deal, id)) return "people are of the deal";
        }
        for (const auto& id : commitments) {
            const auto* commitment = find(deal, id);
            if (!commitment) return "commitments are of the deal";
            if (!names(line.substr(0, part.end), *commitment)) return "nothing is said about commitments that the line does not name";
        }
    }
    return kinds > 1 || days > 1 || nexts > 1 ? "kind, day and next step stand once" : "";
}

}
