#include "core/analysis/findings.hpp"

#include "core/analysis/finding_rules.hpp"

#include <algorithm>

namespace middleground {

std::vector<Finding> findings_of(const FindingInput& input) {
    std::vector<Finding> findings;
    if (!std::holds_alternative<Open>(input.deal.outcome)) return findings;
    for (const auto rules : {people_rules(), plan_rules(), time_rules(), value_rules()}) {
        for (const auto& rule : rules) {
            for (auto& finding : rule.find(input, rule)) {
                findings.push_back(std::move(finding));
            }
        }
    }
    std::ranges::stable_sort(findings, {}, &Finding::severity);
    return findings;
}

Finding finding_of(const FindingRule& rule, std::vector<Subject> about, std::string what, std::string why, std::string remedy) {
    return {rule.id, rule.severity, std::move(about), std::move(what), std::move(why), std::move(remedy)};
}

}
