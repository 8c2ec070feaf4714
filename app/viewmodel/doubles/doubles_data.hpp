#pragma once

#include "app/session/document.hpp"
#include "app/session/drafts/doubles_draft.hpp"
#include "core/base/error.hpp"
#include "core/merge/doubles/doubles.hpp"
#include "core/merge/doubles/merge_deals.hpp"
#include "core/merge/doubles/side_by_side.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace middleground {

// What is likely there twice, kept from frame to frame.
class DoublesCache {
public:
    // People of that deal of the document; `revision` is the deal's. Valid until the next call.
    const std::vector<PersonDouble>& people(const Deal& deal, std::uint64_t revision, const Settings& settings);
    // Looks for deals, those that are not archived, anew when their list or what was said of them has changed: a part with each call of work(), so that no
    // frame takes long. True while there is more to do.
    bool begin(const Document& document);
    bool work(const Document& document);
    // As they were found last.
    const std::vector<DealDouble>& deals() const { return deals_; }

private:
    struct KnownKey {
        std::uint64_t revision = 0;
        bool archived = false;
        DealKey key;
    };
    std::vector<PersonDouble> people_;
    DealId people_of_;
    std::uint64_t people_seen_ = 0;
    std::vector<NotDoubles> people_apart_;

    std::map<std::string, KnownKey> keys_; // by id
    std::vector<DealId> unseen_;
    std::vector<DealDouble> deals_;
    std::uint64_t deals_seen_ = 0; // stands for the list of deals
    std::vector<NotDoubles> deals_apart_;
    std::size_t deals_counted_ = 0; // how many the list had
    bool looks_ = false;
    bool compares_ = false; // something that deals are compared by has changed
};

// "Two people may be one", "3 pairs of people may be one each"; empty for none.
std::string person_doubles_title(std::size_t pairs);
// "2 deals may be the same", "4 pairs of deals may be the same"; empty for none.
std::string deal_doubles_title(std::size_t pairs);
// "Anna Müller and A. Müller"
std::string pair_names(const Deal& deal, const PersonDouble& pair);
std::string pair_names(const Document& document, const DealDouble& pair);
// "Almost certainly: the same address, anna@acme.example"
std::string reason_words(Likeness likeness, const std::string& reason);

// The settings with what the user said: the two are two.
Settings with_not_doubles(Settings settings, NotDoubles pair);

// One thing of the deal that goes, and what of the other it becomes one with.
struct PairRow {
    std::string name;
    std::vector<std::string> choices; // the first: it stays by itself
    int chosen = 0;
};

// All that the dialog shows.
struct DoublesDialog {
    std::string title;     // "Are these one person?"
    std::string kept_name; // "Anna Müller"
    std::string gone_name; // empty: still to be chosen
    std::vector<std::string> others; // what can be chosen, while nothing is
    std::vector<std::string> other_ids;
    std::vector<FieldOfTwo> fields;
    std::vector<PairRow> people;
    std::vector<PairRow> commitments;
    std::vector<std::string> follows;
    std::string error; // why they cannot be merged; empty: they can be
    DealPairs pairs;   // of deals, as they would be merged
};
// `seed`: for what is only looked at. An empty title when what it is about is no longer there.
DoublesDialog doubles_dialog(const Document& document, const DoublesDraft& draft, Date today);

// The pairs with that thing of the deal that goes in another one: `place` of DoublesDialog::people or ::commitments, `chosen` of its choices.
DealPairs with_person_pair(const Document& document, const DoublesDraft& draft, DealPairs pairs, std::size_t place, int chosen);
DealPairs with_commitment_pair(const Document& document, const DoublesDraft& draft, DealPairs pairs, std::size_t place, int chosen);

// As much of a text as helps to choose.
std::string choice_words(const std::string& text);

}
