#pragma once

#include "core/merge/merge.hpp"
#include "core/team/bucket.hpp"
#include "core/team/membership.hpp"
#include "core/team/shared_deal.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

// All deals that one place (a browser, a desktop program) shares with its team. Pure: what came from the bucket, the document's deals, the
// time and the day are arguments; what is to be asked of the bucket and done in the document is taken out afterwards.
//
// Saving is "put, if what is there is what I saw last". If it is not, the newer value comes, and is merged with what is here against the last
// common state: without a question it is applied and put again, with questions somebody is asked. Nothing is ever overwritten. The order of
// values is that of the bucket; no clock is asked.
namespace middleground::team {

struct Member {
    std::string id;
    std::string name;
    bool is_here = false;           // in any of their places
    std::optional<DealId> has_open; // if here
    bool operator==(const Member&) const = default;
};

// Effects: what the document and its storage are to do, in this order and before the user can do anything.

// The deal becomes this: what others changed is merged in, what was changed here is still in it.
// To be saved at once, and no cause for changed().
struct Replace {
    Deal deal;
    std::string by; // name
    std::vector<MergeChange> changes;
};
// A deal of the team that this place has not.
struct Add {
    Deal deal;
    std::string by;
};
// Both changed the same differently, or both have the deal without a common state. The answer is resolve(), with this number. A later Ask of
// the same deal takes the place of this one; a Replace or Gone of it ends the question.
struct Ask {
    DealId deal;
    std::uint64_t number = 0;
    Deal theirs;
    std::optional<Deal> base;
    std::string by;
};
// No longer shared; the copy that is here stays.
struct Gone {
    DealId deal;
    std::string by;
    Farewell why = Farewell::taken_back;
};
// In the team's part of local storage: "team/…". What a Replace or an Add before it brought has to be saved first: after a crash the older copy would
// look like a change of this place's.
struct Store {
    std::string key;
    std::string text;
};
struct Drop {
    std::string key;
};
// One line for the person.
struct Tell {
    std::string words;
    bool is_problem = false;
};
using Effect = std::variant<Replace, Add, Ask, Gone, Store, Drop, Tell>;

// What an earlier run kept: texts of local storage whose key begins with "team/".
struct StoredText {
    std::string key;
    std::string text;
};

class TeamState;

// Whether a change is a letter in a field that is still typed in.
enum class Typing : std::uint8_t { no, yes };

class Team {
public:
    // Fills the bytes with chance; false when there is none.
    using Entropy = std::function<bool(std::span<unsigned char>)>;
    // The document's deals, those that were put away, too; null: none of that id.
    using Local = std::function<const Deal*(const DealId&)>;

    // A stored text that cannot be read is said, and the deal is then found again by its id.
    Team(Membership membership, const std::vector<StoredText>& stored, Entropy entropy);
    ~Team();
    Team(Team&&) noexcept;
    Team& operator=(Team&&) noexcept;

    void hear(const Told& told, const Local& local, std::int64_t now_ms, Date today);
    // Sends what changed: after 150 ms, what is typed once that has paused for a second, after five at the latest; says who is here; tries again. To be called when wake_in_ms() is over, and
    // after every other call.
    void tick(const Local& local, std::int64_t now_ms, Date today);
    // The user changed, deleted or brought back a deal. Nothing happens when it is not shared.
    void changed(const DealId& deal, std::int64_t now_ms, Typing typing = Typing::no);
    // Nothing is typed in any more: what was is waited for no longer.
    void left_field();

    // Each fails with one clear sentence when it cannot be. All work offline: they are done when the server is there.
    Result<void> share(const Deal& deal, std::int64_t now_ms);
    Result<void> take_back(const DealId& deal, std::int64_t now_ms);      // the owner; others' copies stay with them
    Result<void> remove_for_all(const DealId& deal, std::int64_t now_ms); // the owner; the same, but it says so
    Result<void> hand_over(const DealId& deal, const std::string& member, std::int64_t now_ms); // the owner; anybody, if the owner left
    // The answer to Ask, which the document already has. `number` is that of the Ask that was answered.
    void resolve(const DealId& deal, std::uint64_t number, const Deal& merged, const Local& local, std::int64_t now_ms, Date today);
    // Of a refused value that branches off (same number, other content): asks for a merge, without a common state.
    Result<void> review(const DealId& deal, const Local& local, Date today);
    // Says goodbye and forgets everything: deals stay. take_orders() and take_effects() have what is left to do; then the Team is over.
    void leave();
    void rename(std::string name); // what colleagues read

    void opened(std::optional<DealId> deal, std::int64_t now_ms); // who is where
    void looked(const DealId& deal);                              // "changed since you looked" is over

    std::vector<Order> take_orders();
    std::vector<Effect> take_effects();

    const Membership& membership() const;
    Sync state_of(const DealId& deal) const; // local: not shared
    const SharedDeal* shared(const DealId& deal) const;
    std::vector<const SharedDeal*> all_shared() const; // by id
    std::span<const Member> members() const;           // by name; oneself, too
    std::string name_of(const std::string& member) const; // "somebody who left"
    bool is_owner(const DealId& deal) const;
    int to_send() const; // deals
    bool is_connected() const;
    bool is_caught_up() const;
    const Error* problem() const; // why there is no connection, or the team cannot be read
    const Error* problem_of(const DealId& deal) const; // why it is refused or behind
    std::span<const SeenChange> since_looked(const DealId& deal) const;
    std::optional<std::int64_t> wake_in_ms(std::int64_t now_ms) const; // nothing: only when something happens

private:
    std::unique_ptr<TeamState> state_;
};

}
