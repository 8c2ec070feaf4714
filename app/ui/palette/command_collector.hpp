#pragma once

#include "app/ui/palette/commands.hpp"
#include "core/base/typed/fuzzy_match.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

struct Context;
class CommandCollector;
// In a team (commands_team.cpp).
void add_team_commands(const Context& context, CommandCollector& out);

// Takes in what could be done or gone to and keeps what fits what was typed. The pages' commands are added by functions that get one.
class CommandCollector {
public:
    explicit CommandCollector(std::string_view typed) : query_(typed) {}

    bool everything() const { return query_.empty(); }
    const FuzzyQuery& query() const { return query_; }
    // `also`: other names that it is known by, each as good as the label. `more` is searched too, word by word.
    void add(Command command, std::initializer_list<std::string_view> also = {}, std::string_view more = {});
    // The same for what is named after something that one can go to: of two equal ones that comes first.
    void add_after_places(Command command);
    // The best of them: the group that has the best one first, of two equal ones what can be done before where one can go.
    std::vector<Command> take();

private:
    struct Found {
        Fit fit;
        Command command;
    };
    FuzzyQuery query_;
    std::vector<Found> found_;
};

// commands_go.cpp: pages and deals; things of the open deal; people of the others.
void add_places(const Context& context, CommandCollector& out);
void add_things(const Context& context, CommandCollector& out);
void add_people_of_other_deals(const Context& context, CommandCollector& out);
// commands_deals.cpp: the list of deals, fields of one's own; words that stand in other deals.
void add_deal_list_commands(const Context& context, CommandCollector& out);
void add_found_texts(const Context& context, CommandCollector& out);
// commands_people.cpp: writing to people and adding to the deal.
void add_people_commands(const Context& context, CommandCollector& out);
// commands_doubles.cpp: what may be there twice, and merging by hand.
void add_double_commands(const Context& context, CommandCollector& out);

}
