#pragma once

// What the fuzz targets of core/readers share: a file of any bytes is read or refused with words, comes back from its text as it was, and what is
// proposed from it leaves a deal valid and proposes nothing when the same comes in again.

#include "core/intake/proposals/proposal.hpp"
#include "core/model/validate/validate.hpp"
#include "core/readers/read_file.hpp"
#include "core/records/json_records.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/log_line.hpp"

#include <algorithm>

namespace middleground::fuzz {

inline readers::ReadOptions reader_options() {
    static const io::Charsets charsets;
    return {test::log_today(), &charsets, 120};
}

inline void propose_all(const records::FileRecords& file) {
    static const auto deal = [] {
        auto valid = test::log_deal();
        std::ranges::find(valid.commitments, "Decide", &Commitment::title)->decides = true;
        return valid;
    }();
    const OurSide us{"", {"nora@seller.example"}};
    const ProposalWords words{test::english_log(), test::english()};
    const auto proposals = propose(std::span(&file, 1), deal, us, words, test::log_today(), 7);
    for (const auto& one : proposals.list) {
        require(!one.title.empty() && !first_invalid_utf8(one.title) && !first_invalid_utf8(one.words), "a proposal is text");
    }
    const auto taken = take(deal, proposals, proposals.likely(), test::log_today());
    require(validate(taken.deal, test::log_today()).empty(), "a deal stays valid");
}

// `begin` makes it a file of its kind, whatever follows.
inline int read_any(const unsigned char* data, std::size_t size, std::string_view begin, std::string_view name) {
    const auto bytes = std::string(begin) + std::string(reinterpret_cast<const char*>(data), size);
    const auto file = readers::read_file(bytes, name, reader_options());
    if (!file) {
        require_words(file.error());
        return 0;
    }
    const auto back = records::records_from_json(records::records_as_json(*file));
    require(back && *back == *file, "records come back from their text");
    constexpr std::size_t one_in = 8; // reading prose takes far longer than the file
    if (size % one_in == 0) propose_all(*file);
    return 0;
}

}
