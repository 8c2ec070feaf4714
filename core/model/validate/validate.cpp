#include "core/model/validate/validate.hpp"

#include "core/base/web_address.hpp"
#include "core/model/names.hpp"
#include "core/model/playbook.hpp"
#include "core/model/validate/limited.hpp"

#include <algorithm>

namespace middleground {

namespace validation {

namespace {

void check_targets(Report& report) {
    const auto& targets = report.deal.targets;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const Subject subject{"target date", static_cast<int>(i) + 1, {}, {}};
        report.happened(subject, "the change of the target date", targets[i].on);
        if (i > 0) {
            report.not_before(subject, "the change of the target date", targets[i - 1].on, targets[i].on);
        }
        check_limits(report, subject, targets[i]);
    }
}

void check_outcome(Report& report) {
    const auto closing = closing_of(report.deal.outcome);
    if (!closing) return;
    const Subject subject{"outcome", 0, {}, {}};
    report.happened(subject, "the outcome", closing->on);
    check_limits(report, subject, *closing);
}

void check_alternatives(Report& report) {
    int place = 0;
    for (const auto& alternative : report.deal.alternatives) {
        const Subject subject{"alternative", ++place, alternative.name, {}};
        check_limits(report, subject, alternative);
    }
}

void check_links(Report& report) {
    int place = 0;
    for (const auto& link : report.deal.links) {
        const Subject subject{"link", ++place, link.title, {}};
        check_limits(report, subject, link);
        if (!is_web_address(link.url)) {
            report.add(subject, "address", "The address of the link is not a web address",
                       "Type one that begins with https:// or http://.");
        }
    }
}

void check_snoozes(Report& report) {
    int place = 0;
    for (const auto& snooze : report.deal.snoozes) {
        const Subject subject{"thing that is put off", ++place, snooze.what, {}};
        check_limits(report, subject, snooze);
        if (snooze.what.empty()) report.add(subject, "no name", "It is not said what is put off", "Remove it from the file.");
    }
}

// Days after today are no fault: the clock went back.
void check_diary(Report& report) {
    const Subject subject{"diary", 0, {}, {}};
    for (const auto& belief : report.deal.diary) {
        check_limits(report, subject, belief);
    }
    const auto fault = fault_of(report.deal.diary);
    if (!fault.empty()) report.add(subject, "diary", "In the diary " + fault, "Remove that day from the file.");
}

// Of the faults of a playbook the first: the rest follows from it often enough.
void check_edition(Report& report, const Playbook& edition) {
    const auto faults = validate(edition);
    if (faults.empty()) return;
    const Subject subject{"edition of the playbook", 0, {}, {}};
    const auto& fault = faults.front();
    report.add(subject, "edition", fault.what + (fault.where.empty() ? "" : " (" + fault.where + ')'), fault.remedy);
}

void check_origin(Report& report, const DealOrigin& origin) {
    const Subject subject{"origin", 0, {}, {}};
    check_limits(report, subject, origin);
    for (const auto& removed : origin.removed) {
        check_limits(report, subject, removed);
    }
    for (const auto& field : origin.fields) {
        check_limits(report, subject, field);
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
    auto limits = limited(report, subject, deal);
    limits.before("amount");
    if (deal.amount) {
        if (deal.amount->minor < 0) {
            report.add(subject, "amount", "The amount is negative", "Type an amount of 0 or more.");
        }
        if (!is_currency_code(deal.amount->currency)) {
            report.add(subject, "currency", "The amount has no currency", "A currency is three capital letters, such as EUR.");
        }
    }
    limits.before("opened");
    if (deal.opened > report.today) {
        report.add(subject, "opened", "The deal was opened on " + short_date(deal.opened, report.today) + ", which is in the future",
                   "Choose today or an earlier day.");
    }
    limits.before("process");
    check_targets(report);
    check_outcome(report);
    limits.before("stakeholders");
    check_alternatives(report);
    limits.before("links");
    check_tags(report, deal.tags, nullptr);
    limits.before("lesson");
    check_links(report);
    limits.rest();
    check_diary(report);
    check_snoozes(report);
    check_fields(report, deal.fields, nullptr);
    if (deal.origin) check_origin(report, *deal.origin);
    if (deal.planned_with) check_edition(report, *deal.planned_with);
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
