#pragma once

#include "core/base/error.hpp"
#include "core/intake/proposals/proposal.hpp"
#include "core/model/deal.hpp"
#include "core/records/records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Mails, meetings, contacts, calls and plans from the moment they were read until something of them is taken into a deal. Nothing of the document is
// changed.
class IntakeSession {
public:
    // `fresh`: a new deal, for what belongs to none that is there.
    IntakeSession(Deal fresh, std::uint64_t seed) : fresh_(std::move(fresh)), seed_(seed) {}

    // The same once more adds nothing.
    void add(records::FileRecords file);
    void refuse(Error error); // a file that cannot be read
    std::optional<records::FileRecords> remove(int file);
    const std::vector<records::FileRecords>& files() const { return files_; }
    const std::vector<Error>& refused() const { return refused_; }

    // Which deal it is for; empty: a new one. Whether somebody said so.
    const DealId& deal() const { return deal_; }
    void choose(DealId deal);
    void guess(DealId deal);
    bool is_said() const { return said_; }
    const Deal& fresh() const { return fresh_; }
    void name_fresh(std::string account); // by hand: it is not guessed any more

    // Works out what the files would change in that deal, unless that is known: `revision` changes with it. Null: the new one. What was chosen before
    // stays so, by what the proposals say.
    void plan(const Deal* deal, std::uint64_t revision, const OurSide& us, const ProposalWords& words, Date today);
    // Nothing before the first plan().
    const std::optional<Proposals>& proposals() const { return proposals_; }

    // With each that is chosen those that it needs, without each that is not those that need it.
    void choose(std::span<const std::uint32_t> places, bool chosen);
    bool is_chosen(std::uint32_t place) const;
    std::vector<std::uint32_t> chosen() const;

    // What of a proposal can be written otherwise before it is taken: the entry's text, a name, a step's title. Nothing: that one has no words of its own.
    std::optional<std::string> text_of(std::uint32_t place) const;
    void set_text(std::uint32_t place, std::string text);
    // The day that can be said otherwise: when an entry was, until when something was promised (which need not have one). Nothing: it has none of its own.
    std::optional<std::optional<Date>> day_of(std::uint32_t place) const;
    void set_day(std::uint32_t place, std::optional<Date> day);
    // The proposals with those texts and days.
    Proposals worded() const;

private:
    std::string key_of(std::uint32_t place) const;

    std::vector<records::FileRecords> files_;
    std::vector<Error> refused_;
    Deal fresh_;
    std::uint64_t seed_;
    DealId deal_;
    bool said_ = false;
    bool named_ = false;

    // What the proposals were worked out for.
    struct For {
        std::uint64_t files = 0;
        DealId deal;
        std::uint64_t revision = 0;
        OurSide us;
        Date today;
        bool operator==(const For&) const = default;
    };
    std::uint64_t files_revision_ = 1;
    For for_;
    std::optional<Proposals> proposals_;
    std::map<std::string, bool> choices_;      // where they are not as the proposals have it, by key
    std::map<std::string, std::string> texts_; // by key
    std::map<std::string, std::optional<Date>> days_; // by key
};

// The company that these are about, for the name of a new deal: of the contacts, else of the host that most of the others have their address of
// ("brightwater.example": "Brightwater"). Empty: none is named.
std::string company_in(std::span<const records::FileRecords> files, const OurSide& us);
// Everybody's address, as files name them, each once.
std::vector<std::string> addresses_in(std::span<const records::FileRecords> files);
// Whether somebody can do something with it beside looking at its sheets as tables.
bool has_records(const records::FileRecords& file);

}
