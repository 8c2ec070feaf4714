#include "core/model/validate/validate.hpp"

#include "core/base/web_address.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validation_report.hpp"

#include <algorithm>

namespace middleground {

namespace validation {

namespace {

using enum Report::Length;

void check_targets(Report& report) {
    const auto& targets = report.deal.targets;
    report.count({}, "target dates", targets.size(), Limits::events);
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Subject subject{"target date", static_cast<int>(i) + 1, {}, {}};
        report.happened(subject, "the change of the target date", targets[i].on);
        if (i > 0) {
            report.not_before(subject, "the change of the target date", targets[i - 1].on, targets[i].on);
        }
        report.text(subject, "note", targets[i].note, long_text);
    }
}

void check_outcome(Report& report) {
    const Subject subject{"outcome", 0, {}, {}};
    const auto day = [&](Date on) { report.happened(subject, "the outcome", on); };
    if (const auto* won = std::get_if<Won>(&report.deal.outcome)) {
        day(won->on);
    } else if (const auto* lost = std::get_if<Lost>(&report.deal.outcome)) {
        day(lost->on);
        report.text(subject, "winner", lost->to, long_text);
        report.text(subject, "reason", lost->why, long_text);
    } else if (const auto* undecided = std::get_if<NoDecision>(&report.deal.outcome)) {
        day(undecided->on);
        report.text(subject, "reason", undecided->why, long_text);
    }
}

void check_tags_and_links(Report& report) {
    const auto& deal = report.deal;
    report.count({}, "tags", deal.tags.size(), Limits::tags);
    for (std::size_t i = 0; i < deal.tags.size(); ++i) {
        const auto& name = deal.tags[i].name;
        const Subject subject{"tag", static_cast<int>(i) + 1, name, {}};
        report.text(subject, "name", name, short_text);
        if (name.empty()) report.add(subject, "no name", "The tag has no name", "Type a word, or remove the tag.");
        if (std::find(deal.tags.begin(), deal.tags.begin() + static_cast<std::ptrdiff_t>(i), deal.tags[i]) !=
            deal.tags.begin() + static_cast<std::ptrdiff_t>(i)) {
            report.add(subject, "twice", "The deal already has that tag", "Keep one of them.");
        }
    }
    report.count({}, "links", deal.links.size(), Limits::links);
    for (std::size_t i = 0; i < deal.links.size(); ++i) {
        const auto& link = deal.links[i];
        const Subject subject{"link", static_cast<int>(i) + 1, link.title, {}};
        report.text(subject, "title", link.title, short_text);
        report.text(subject, "address", link.url, long_text);
        if (!is_web_address(link.url)) {
            report.add(subject, "address", "The address of the link is not a web address",
                       "Type one that begins with https:// or http://.");
        }
    }
}

void check_origin(Report& report, const DealOrigin& origin) {
    const Subject subject{"origin", 0, {}, {}};
    for (const auto& [name, value] : {std::pair("id", &origin.id), std::pair("title", &origin.title), std::pair("account", &origin.account),
                                      std::pair("amount", &origin.amount), std::pair("seller", &origin.seller),
                                      std::pair("target", &origin.target), std::pair("outcome", &origin.outcome)}) {
        report.text(subject, name, *value, short_text);
    }
    report.count(subject, "removed people", origin.removed.size(), Limits::others);
    for (const auto& removed : origin.removed) {
        report.text(subject, "person", removed.person, short_text);
    }
}

}

void check_facts(Report& report) {
    const auto& deal = report.deal;
    const Subject subject{{}, 0, {}, deal.id.text};
    if (!is_id(deal.id.text)) {
        report.add(subject, "id", "The id of the deal is malformed", "An id is six characters of 0-9 and a-z without i, l, o and u.");
    }
    report.created(subject, deal.created);
    report.text(subject, "title", deal.title, short_text);
    report.text(subject, "account", deal.account, short_text);
    if (deal.amount) {
        if (deal.amount->minor < 0) {
            report.add(subject, "amount", "The amount is negative", "Type an amount of 0 or more.");
        }
        if (!is_currency_code(deal.amount->currency)) {
            report.add(subject, "currency", "The amount has no currency", "A currency is three capital letters, such as EUR.");
        }
    }
    report.text(subject, "seller", deal.seller, short_text);
    report.text(subject, "playbook", deal.playbook, short_text);
    if (deal.opened > report.today) {
        report.add(subject, "opened", "The deal was opened on " + short_date(deal.opened, report.today) + ", which is in the future",
                   "Choose today or an earlier day.");
    }
    check_targets(report);
    check_outcome(report);
    report.range(subject, "expected group size", deal.expected_group_size, 1, Limits::group_size);
    report.count(subject, "alternatives", deal.alternatives.size(), Limits::others);
    for (std::size_t i = 0; i < deal.alternatives.size(); ++i) {
        const auto& alternative = deal.alternatives[i];
        const Subject one{"alternative", static_cast<int>(i) + 1, alternative.name, {}};
        report.text(one, "name", alternative.name, short_text);
        report.text(one, "text of the notes", alternative.notes, long_text);
        report.text(one, "text of unknown members", alternative.extra, long_text);
    }
    report.text(subject, "text of the notes", deal.notes, long_text);
    check_tags_and_links(report);
    report.text(subject, "text of the lesson", deal.lesson, long_text);
    if (deal.origin) check_origin(report, *deal.origin);
    report.text(subject, "name of the snapshot it came from", deal.based_on, short_text);
    report.text(subject, "text of unknown members", deal.extra, long_text);
}

std::vector<Problem> problems_of(const Deal& deal, Date today) {
    Report report(deal, today);
    check_facts(report);
    check_people(report);
    check_commitments(report);
    check_promises(report);
    check_interactions(report);
    check_concerns(report);
    return report.take();
}

}

std::vector<Error> validate(const Deal& deal, Date today) {
    std::vector<Error> errors;
    for (auto& problem : validation::problems_of(deal, today)) {
        errors.push_back(std::move(problem.error));
    }
    return errors;
}

}
