#include "core/base/sort_list.hpp"
#include "core/model/validate/limited.hpp"

#include <algorithm>

namespace middleground::validation {

namespace {

void check_person(Report& report, const Stakeholder& person, int place) {
    const Subject subject{"stakeholder", place, person.name, person.id.text};
    report.id(subject, report.people);
    report.created(subject, person.created);
    auto limits = limited(report, subject, person);
    limits.before("problem");
    for (std::size_t i = 0; i < person.stances.size(); ++i) {
        const auto& stance = person.stances[i];
        report.happened(subject, "the stance", stance.on);
        if (i > 0) {
            report.not_before(subject, "the stance", person.stances[i - 1].on, stance.on);
        }
        check_limits(report, subject, stance);
        report.named_day(subject, "the stance", stance.on, stance.not_before);
    }
    limits.rest();
    if (person.origin) {
        check_limits(report, subject, *person.origin);
        for (const auto& field : person.origin->fields) {
            check_limits(report, subject, field);
        }
    }
    if (person.left) {
        report.happened(subject, "the departure", person.left->on);
        check_limits(report, subject, *person.left);
    }
    check_tags(report, person.tags, &person);
    check_fields(report, person.fields, &person);
}

void check_influence(Report& report, const Influence& line, int place) {
    const auto id = line.from.text + '>' + line.to.text;
    const Subject subject{"influence line", place, {}, id};
    for (const auto& [end, person] : {std::pair("The start of the line", &line.from), std::pair("The end of the line", &line.to)}) {
        if (person->empty()) {
            report.add(subject, "empty reference", std::string(end) + " names nobody", "Remove the line.");
        }
        report.reference(subject, end, report.people, person->text);
    }
    if (line.from == line.to && !line.from.empty()) {
        report.add(subject, "self", "The line goes from a person to the same person",
                   "Remove it: how far others can move a person is what openness says.");
    }
    report.created(subject, line.created);
    check_limits(report, subject, line);
}

}

void check_people(Report& report) {
    const auto& deal = report.deal;
    for (std::size_t i = 0; i < deal.stakeholders.size(); ++i) {
        check_person(report, deal.stakeholders[i], static_cast<int>(i) + 1);
    }
    struct Line {
        std::string_view from;
        std::string_view to;
        int place;
        auto operator<=>(const Line&) const = default;
    };
    std::vector<Line> lines;
    lines.reserve(deal.influences.size());
    for (std::size_t i = 0; i < deal.influences.size(); ++i) {
        check_influence(report, deal.influences[i], static_cast<int>(i) + 1);
        lines.push_back({deal.influences[i].from.text, deal.influences[i].to.text, static_cast<int>(i) + 1});
    }
    sort_list(lines);
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].from == lines[i - 1].from && lines[i].to == lines[i - 1].to) {
            const auto id = std::string(lines[i].from) + '>' + std::string(lines[i].to);
            report.add({"influence line", lines[i].place, {}, id}, "twice", "There is already a line between these two people",
                       "Keep one of them.");
        }
    }
}

}
