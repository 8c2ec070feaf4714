#pragma once

#include "core/intake/proposals/our_side.hpp"
#include "core/intake/proposals/proposal.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Somebody of the deal, or somebody who is proposed to join it.
struct FoundPerson {
    StakeholderId id;
    std::optional<std::uint32_t> proposal; // place; nothing: they are in the deal
};

// One run of propose: what all files share. The parts know each other by it only.
class Planning {
public:
    Planning(const Deal& deal, const OurSide& us, const ProposalWords& words, Date today, std::uint64_t seed);

    const Deal& deal() const { return deal_; }
    const OurPeople& us() const { return us_; }
    // Whether anybody whom the files name may be the seller, as nobody has said which address is theirs: such are not likely to join the deal.
    void doubt(bool who_is_unknown) { who_is_unknown_ = who_is_unknown; }
    bool is_doubtful(const FoundPerson& person) const;
    void learn_names(std::span<const records::FileRecords> files);
    const ProposalWords& words() const { return words_; }
    Date today() const { return today_; }
    Random& random() { return random_; }

    // The place of the proposal.
    std::uint32_t add(Proposal proposal);
    Proposal& at(std::uint32_t place) { return result_.list[place]; }
    void note(const std::string& source, Error error) { result_.notes.push_back({source, std::move(error)}); }
    void count_known() { ++result_.known; }

    // Who it is: by address, then by name. Where nobody is, a proposal that they join, one however often they are asked for. Nothing: they are on our
    // side, a machine, or two people of the deal could be meant. `on`: the day from which they were part of it.
    std::optional<FoundPerson> person(const records::Party& party, const std::string& source, Date on);
    // The same without a proposal.
    std::optional<FoundPerson> known(const records::Party& party) const;
    // Who has an address that is made of that name, or is called as that address says ("Tom Bell" and tom.bell@ of Dr. Thomas Bell), where only one is; it is said in the notes, as it is
    // likely and not certain.
    std::optional<FoundPerson> alike(const records::Party& party, const std::string& source);
    // By the first word of a name, where only one fits.
    std::optional<FoundPerson> by_first_name(std::string_view name) const;
    // Whether one of them is in the deal, or has an address of the same company as somebody who is. For files that hold more than one deal.
    bool is_about_deal(std::span<const records::Party> parties) const;
    bool is_of_their_company(std::string_view address) const;
    // What else is known of them: into the proposal of who joins; for who is there a proposal where the deal has nothing.
    void add_facts(const FoundPerson& person, std::string_view address, std::string_view phone, std::string_view title, const std::string& source);

    // Whether nothing of that name was suggested before: several sentences may say the same.
    bool is_new(std::string suggestion) { return suggested_.insert(std::move(suggestion)).second; }

    // The entry that was made of it, in the deal or proposed by now; null: none.
    const Interaction* entry_of(const std::string& source_key) const;
    void remember(const Interaction& interaction) { entries_.emplace(interaction.source, interaction); }

    Proposals take();

private:
    std::optional<FoundPerson> by_address(std::string_view address) const;
    std::optional<FoundPerson> by_name(std::string_view name, bool& unclear) const;
    void know_address(std::string_view address, const FoundPerson& person);
    bool is_doubtful(const records::Party& party) const;
    void note_alike(const records::Party& party, const FoundPerson& person, const std::string& source);

    const Deal& deal_;
    OurPeople us_;
    const ProposalWords& words_;
    Date today_;
    Random random_;
    Proposals result_;
    bool who_is_unknown_ = false;
    std::map<std::string, FoundPerson, std::less<>> addresses_;
    std::multimap<std::string, FoundPerson, std::less<>> said_names_; // matched_name of what addresses say: "tom bell" of tom.bell@
    std::multimap<std::string, FoundPerson, std::less<>> names_; // matched_name
    std::set<std::string, std::less<>> hosts_;                   // of the deal's people
    std::map<std::string, Interaction, std::less<>> entries_;    // by source key: those of this run
    std::set<std::string> suggested_;
    std::map<std::string, std::uint32_t, std::less<>> facts_;    // proposals, by the person's id
};

// Each adds the proposals for what it is given.
void propose_mails(Planning& planning, std::span<const records::FileRecords> files);
void propose_meeting(Planning& planning, const records::Meeting& meeting, const std::string& source);
void propose_meetings(Planning& planning, const records::FileRecords& file);
void propose_contacts(Planning& planning, const records::FileRecords& file);
void propose_transcript(Planning& planning, const records::Transcript& transcript, const std::string& source);
void propose_plan(Planning& planning, const records::ActionPlan& plan, const std::string& source);

// What is looked for in prose. A call has far more questions than a letter: they come last, and fewer of them.
enum class Wanted : std::uint8_t { all, all_but_questions, questions };

// Prose of one entry.
struct Prose {
    std::string_view text;
    bool ours = false;              // we say it
    std::optional<FoundPerson> speaker; // of theirs
    std::vector<FoundPerson> heard; // who of theirs heard it
    InteractionId entry;
    std::uint32_t entry_proposal = 0; // its place
    Date on;
    std::string source;
    Wanted wanted = Wanted::all;
};
// Questions, concerns, answers, asks and promises that the text suggests, each with its words; how many. No more than `most`.
int propose_from_prose(Planning& planning, const Prose& prose, int most);
inline constexpr int most_suggestions = 30; // of one entry
inline constexpr int most_questions = 15;   // of one call

// What a text that we wrote has in it that costs trust; empty: nothing.
std::vector<std::string> wording_notes(const Planning& planning, std::string_view text);

// The beginning of a text, at most so many bytes, on a word's end, with an ellipsis where more follows.
std::string beginning_of(std::string_view text, std::size_t most_bytes);

}
