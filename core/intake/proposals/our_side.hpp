#pragma once

#include "core/intake/proposals/proposal.hpp"
#include "core/records/records.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Whether somebody is on the seller's side.
class OurPeople {
public:
    OurPeople(const OurSide& us, const Deal& deal);

    bool has(const records::Party& party) const;
    bool has_address(std::string_view address) const;
    // Who has one of our addresses is called so: a transcript has names only.
    void learn(const records::Party& party);
    bool is_known() const { return !addresses_.empty(); }

private:
    std::vector<std::string> addresses_;
    std::vector<std::string> hosts_;
    std::vector<std::string> names_; // matched_name
};

// Whether everybody may have an address of that host: gmail.com.
bool is_public_host(std::string_view host);

// The seller's own address, where nobody says it: of who is called as the deal's seller, else of the one mailbox that all lay in, else the one that every mail and meeting has, if there are at least
// two, or somebody of the deal or of its account's host has another one, and nobody of theirs has it. Nothing: it cannot be told.
std::optional<std::string> own_address(std::span<const records::FileRecords> files, const Deal& deal);

}
