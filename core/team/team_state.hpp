#pragma once

#include "core/team/sealed_value.hpp"
#include "core/team/team.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

// Inside of a Team; only core/team uses it. What is done when something is heard lies in team_values (what comes), team_accept (what is made
// of it), team_answers (what became of our puts), team_send, team_here (members and who is here).
namespace middleground::team {

inline constexpr std::int64_t together_ms = 150;      // what is done in one go is one value
inline constexpr std::int64_t typing_ms = 1000;       // after a letter in a field that is still typed in
inline constexpr std::int64_t longest_typing_ms = 5000;
inline constexpr std::int64_t answer_ms = 15000;      // then it counts as lost
inline constexpr std::int64_t presence_ms = 20000;
inline constexpr std::int64_t between_said_ms = 1000; // who is where, at the most so often
inline constexpr std::int64_t away_ms = 50000;        // without a word
inline constexpr std::int64_t first_pause_ms = 5000;  // after a refusal; doubles
inline constexpr std::int64_t longest_pause_ms = 600000;
inline constexpr int most_in_flight = 32;
inline constexpr int verified_a_tick = 8;
inline constexpr int tombstone_days = 30;

struct Now {
    const Team::Local& local;
    std::int64_t ms;
    Date today;
};

// On its way to the bucket.
struct Sent {
    std::uint64_t order = 0;
    Head head;
    std::string hash;
    std::string packed; // its deal; empty for a tombstone
    Farewell farewell = Farewell::none;
    std::int64_t at_ms = 0;
    bool is_again = false; // what the bucket had and lost
};
// A value that was opened and is in order, which waits for somebody's answer.
struct Theirs {
    Head head;
    std::string hash;
    std::string text;
    std::uint64_t revision = 0;
};

struct Entry {
    SharedDeal kept;
    bool unsaved = false;
    bool is_dirty = false;    // may differ from the last common state
    bool is_unverified = false; // since the start: nobody looked yet
    bool was_here = false;    // the document had it
    bool is_adding = false;   // an Add is not taken out yet
    bool is_too_large = false; // until it is changed
    std::int64_t changed_ms = 0;
    std::int64_t first_changed_ms = 0;
    Typing typing = Typing::no; // the last change of it
    std::optional<Sent> sent;
    std::vector<Sent> unsettled; // whose answer never came; newest last
    std::vector<Theirs> asked;   // the question is open; the newest last
    std::optional<Value> held;   // cannot be taken yet
    Date held_on;                // the day on which that was found
    std::optional<Theirs> branch; // refused: it branches off
    bool is_blocked = false;     // nothing is sent until another value comes or the deal changes
    std::optional<std::uint64_t> again; // what we saw last is to be put there again, over this revision
    bool is_confirmed = false;   // seen since the connection was there
    std::uint64_t server_revision = 0; // of what is there instead
    std::string told;            // hash of the refused value that was spoken of
    std::optional<Error> problem;
    std::int64_t not_before_ms = 0;
    int refusals = 0;
    std::int64_t asked_for_ms = -1; // a Get is on its way

    // When what is_dirty is sent.
    std::int64_t due_ms() const {
        return typing == Typing::no ? first_changed_ms + together_ms : std::min(changed_ms + typing_ms, first_changed_ms + longest_typing_ms);
    }
    void hurry(std::int64_t now_ms) { changed_ms = first_changed_ms = now_ms - longest_typing_ms; }
};

class TeamState {
public:
    TeamState(Membership membership, const std::vector<StoredText>& stored, Team::Entropy entropy);

    // team_state.cpp
    Entry* find(const DealId& deal);
    const Entry* find(const DealId& deal) const;
    Entry* by_key(const std::string& key);
    Entry& entry_for(const DealId& deal); // makes it
    void forget(const DealId& deal);
    void save(Entry& entry) { entry.unsaved = true; }
    void set_state(Entry& entry, Sync state);
    void flush(); // Store for all that is unsaved
    void tell(std::string words, bool is_problem) { effects.push_back(Tell{std::move(words), is_problem}); }
    bool draw(std::span<unsigned char> bytes); // chance; false and a problem when there is none
    std::optional<io::SealNonce> new_nonce();
    std::uint64_t new_order() { return ++last_order; }
    Theirs newest_of(const Entry& entry) const; // head and hash that were seen last
    bool can_send() const { return connected && caught_up && trusted && !is_over; }
    void close(Error why); // for good
    void save_place();

    // team_values.cpp
    void take(const Value& value, const Now& now);
    void caught_up_with(const Now& now);
    void take_deal(const Value& value, const Now& now);
    void take_removed(Entry& entry, const Value& value);
    void refuse(Entry* entry, const Value& value, const Error& why, const Now& now);
    void refuse_older(Entry& entry, const Value& value, const Now& now);
    void refuse_branch(Entry& entry, const Value& value, DealValue&& opened, const Now& now);
    bool take_check(const Value& value);

    // team_accept.cpp
    void accept(Entry& entry, const Theirs& theirs, Deal deal, const Deal* mine, const Now& now);
    void accept_gone(Entry& entry, const Theirs& theirs, Farewell why);
    void adopt(Entry& entry, const Theirs& theirs);
    void ask(Entry& entry, const Theirs& theirs, const Deal& deal, const std::optional<Deal>& base);
    void note_changes(Entry& entry, const Theirs& theirs, const std::vector<MergeChange>& changes);
    std::optional<Deal> base_of(const Entry& entry, Date today) const;
    std::string title_of(const Entry* entry, const Now& now) const;

    // team_answers.cpp
    void stored(const Stored& answer, const Now& now);
    void stale(std::uint64_t order, std::int64_t now_ms);
    void refused(const Refused& answer, const Now& now);
    void commit(Entry& entry, const Sent& sent, std::uint64_t revision);
    void up();
    void down(const Down& why);
    void get(Entry& entry, std::int64_t now_ms);
    Entry* with_order(std::uint64_t order);

    // team_send.cpp
    void tick(const Now& now);
    void tick_deal(Entry& entry, const Now& now);
    void verify(Entry& entry, const Now& now);
    void send(Entry& entry, const std::string& text, const Now& now);
    void send_again(Entry& entry, const Now& now);
    void put(Entry& entry, const DealValue& value, std::uint64_t revision, bool is_again, const Now& now);
    void sweep_tombstones(Date today);
    std::optional<std::int64_t> wake_in_ms(std::int64_t now_ms) const;

    // team_here.cpp
    void take_member(const Value& value);
    void heard(const std::string& bytes, std::int64_t now_ms);
    void tick_here(std::int64_t now_ms);
    void say(bool is_here, std::int64_t now_ms);
    void list_members(std::int64_t now_ms);
    bool is_member(const std::string& id) const;
    std::string name_of(const std::string& id) const;

    Membership membership;
    Sealer sealer;
    Team::Entropy entropy;
    std::string place; // of this storage
    std::string run;   // of this run of the program
    std::optional<Date> caught_up_on;
    std::optional<Date> swept_on;

    std::map<std::string, Entry> entries; // by the deal's id
    std::unordered_map<std::string, Entry*> keys;
    std::vector<Order> orders;
    std::vector<Effect> effects;

    bool connected = false;
    bool caught_up = false;
    bool trusted = false; // the key is the team's
    bool is_over = false;
    bool has_check = false;
    std::vector<Value> waiting; // until it is known that the key is the team's
    std::optional<Error> problem;
    std::uint64_t last_order = 0;
    std::uint64_t check_order = 0;
    std::set<std::uint64_t> sweeping; // orders of tombstones that are cleared
    std::vector<DealId> over;         // found in a tick: to be forgotten after it
    int in_flight = 0;                // counted in a tick
    bool is_verifying = true;

    struct Known {
        std::string name;
        std::uint64_t revision = 0;
    };
    struct Place {
        std::string member;
        std::string name;
        DealId has_open;
        std::uint64_t number = 0;
        std::int64_t heard_ms = 0;
    };
    std::map<std::string, Known> known;   // members, by id
    std::map<std::string, Place> places;  // who is here
    std::vector<Member> members;
    std::uint64_t own_revision = 0;
    std::uint64_t own_order = 0;
    std::int64_t own_not_before_ms = 0; // after a refusal
    std::uint64_t saying_number = 0;
    std::int64_t said_ms = -presence_ms;
    bool should_say = false;
    DealId has_open;
    std::int64_t latest_ms = 0;
};

// Names a deal in a sentence: its title, else its account, else what it is.
std::string quoted_title(const Deal* deal);

}
