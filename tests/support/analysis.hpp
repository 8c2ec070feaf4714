#pragma once

#include "core/analysis/balance.hpp"
#include "core/analysis/consensus.hpp"
#include "core/assessment.hpp"
#include "core/model/playbook.hpp"

#include <vector>

// What tests of the analysis share.
namespace middleground::test {

// The shipped ones, read once; fails the program when one cannot be read.
const std::vector<Playbook>& shipped_playbooks();
const WordingTable& english();
const WordingTable& german();
const Playbook* playbook_of(const Deal& deal);
// A sample by the name of its file: "pushed".
Deal sample(std::string_view name, Date today);

Assessment assessed(const Deal& deal, Date today);
bool has_signal(const Balance& balance, std::string_view id);
bool has_finding(const Assessment& assessment, std::string_view id);
// Whether the thing is in the deal.
bool is_there(const Deal& deal, const Subject& subject);

}
