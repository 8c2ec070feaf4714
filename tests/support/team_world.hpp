#pragma once

#include "core/team/team.hpp"
#include "tests/support/bucket_double.hpp"
#include "tests/support/random_deal.hpp"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

// Several places of a team (browsers, desktop programs) with their documents and storage, and one bucket.
namespace middleground::test {

team::Server team_server();
team::Key team_key(std::uint8_t number = 1);
team::Membership membership_of(std::string name, std::uint8_t number, team::Key key = team_key());

// What a session does for a Team.
class TeamPlace {
public:
    TeamPlace(team::Membership membership, std::uint64_t seed);

    team::Membership membership;
    std::map<std::string, Deal> document;      // by id
    std::map<std::string, std::string> stored; // local storage, "team/…"
    std::map<std::string, team::Ask> questions;
    std::vector<team::Tell> told;
    std::vector<team::Gone> gone;
    std::vector<team::Replace> replaced;
    std::vector<team::Order> orders; // for who takes them
    std::set<std::string> asked;     // key and place of every question so far: "stakeholder p00001 stances"
    std::int32_t days_ahead = 0; // its clock
    std::unique_ptr<team::Team> team;

    team::Team::Local local() const;
    Date today() const { return test::today() + days_ahead; }
    const Deal& deal(const DealId& id) const { return document.at(id.text); }
    void hear(const team::Told& told, std::int64_t now_ms);
    void tick(std::int64_t now_ms);
    void edit(const DealId& id, const std::function<void(Deal&)>& change, std::int64_t now_ms, team::Typing typing = team::Typing::no);
    void put(const Deal& deal, std::int64_t now_ms); // the user's edit
    void remove(const DealId& id, std::int64_t now_ms);
    // Ends the program and starts it again, of what is stored; what was not is lost.
    void restart();
    // Answers the question about the deal, where there is one: both where that can be, else as chance has it.
    bool answer(const DealId& id, Random& random, std::int64_t now_ms);
    int problems() const;
    std::string last_problem() const;
    void settle(); // does the effects, and takes the orders

private:
    std::uint64_t seed_;
    std::uint64_t runs_ = 0;
};

class TeamWorld {
public:
    explicit TeamWorld(std::size_t count, std::uint64_t seed = 1);

    BucketDouble bucket;
    Wire wire;
    std::vector<TeamPlace> places;
    std::int64_t now_ms = 1000000;

    TeamPlace& operator[](std::size_t index) { return places[index]; }
    void connect_all();
    void run(std::int64_t ms, std::int64_t step_ms = 10);
    // Without faults: everybody connects anew and answers what is asked, until nothing is left to do.
    void come_to_rest(Random& random);
    // The value of the deal in the bucket.
    BucketDouble::Held& value_of(const DealId& id);
    std::string key_of(const DealId& id) const;
};

// Everybody is connected, and the first place has shared example_deal() with all.
class SharedWorld : public TeamWorld {
public:
    explicit SharedWorld(std::size_t count);

    const DealId id{"d00001"};

    void title(std::size_t place, const std::string& words); // and what follows from it
    void reconnect(std::size_t place);
    void new_day(std::int32_t days); // for all, who connect anew
    int all_problems() const;
};

// What the place has of it, as it is shared.
std::string shared_in(const TeamPlace& place, const DealId& id = {"d00001"});

}
