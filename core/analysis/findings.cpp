#include "core/analysis/findings.hpp"

#include "core/analysis/finding_rules.hpp"
#include "core/analysis/next_ask/next_ask.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>

namespace middleground {

std::vector<Finding> findings_of(const FindingInput& input) {
    if (const auto named = without_unnamed(input.deal)) {
        auto findings = findings_of({*named, input.playbook, input.consensus, input.balance, input.today, input.said});
        // The decision is there; it only has no words yet.
        if (std::ranges::any_of(input.deal.commitments, &Commitment::decides)) {
            std::erase_if(findings, [](const Finding& finding) { return finding.id == "no_deciding_commitment"; });
        }
        return findings;
    }
    std::vector<Finding> findings;
    if (!std::holds_alternative<Open>(input.deal.outcome)) return findings;
    for (const auto rules : {course_rules(), people_rules(), plan_rules(), time_rules(), value_rules(), said_rules()}) {
        for (const auto& rule : rules) {
            for (auto& finding : rule.find(input, rule)) {
                findings.push_back(std::move(finding));
            }
        }
    }
    sort_list(findings, {}, &Finding::severity);
    return findings;
}

bool is_soon(const FindingInput& input, const std::optional<Date>& day) {
    return day && *day >= input.today && *day <= input.today + soon_days;
}

std::string day_in_words(const FindingInput& input, Date day) {
    return short_date(day, input.today) + ", " + relative_days(day, input.today);
}

Finding finding_of(const FindingRule& rule, std::vector<Subject> about, std::string what, std::string why, std::string remedy) {
    return {rule.id, rule.severity, std::move(about), std::move(what), std::move(why), std::move(remedy)};
}

}
