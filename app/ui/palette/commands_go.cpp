// Where one can go.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/palette/command_collector.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/people_data.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_deals = 40;
constexpr std::size_t most_people = 20;  // of other deals
constexpr std::size_t least_letters = 2; // before people of other deals are looked for

void show_person(const Context& at, const StakeholderId& id) {
    at.view.person = id;
    at.view.scroll_to_selection = true;
}

std::string deal_words(const Deal& deal) {
    return deal.account.empty() ? deal.title : deal.title.empty() ? deal.account : deal.account + ", " + deal.title;
}

// More guesses in a list than anybody looks at: what comes after them has to fit surely.
constexpr int enough_guesses = 100;
class Guesses {
public:
    Guessing next() const { return count_ < enough_guesses ? Guessing::yes : Guessing::no; }
    void found(const Fit& fit) { count_ += fit.guessed ? 1 : 0; }

private:
    int count_ = 0;
};

// Something of a long list that fits; only the best of them become commands.
template <typename Thing>
struct Ranked {
    int points = 0;
    Thing thing;
};

template <typename Thing>
void keep_best(std::vector<Ranked<Thing>>& list, std::size_t most) {
    sort_list(list, std::ranges::greater(), &Ranked<Thing>::points);
    if (list.size() > most) list.resize(most);
}

void add_deals(const Context& context, CommandCollector& out) {
    std::vector<Ranked<const Deal*>> fitting;
    Guesses guesses;
    for (const auto& entry : context.document.entries) {
        const auto& deal = entry.deal;
        const auto by_account = out.query().fit(deal.account, deal.title, guesses.next());
        const auto by_title = out.query().fit(deal.title, deal.account, guesses.next());
        const auto& best = by_title.points > by_account.points ? by_title : by_account;
        if (best) fitting.push_back({best.points, &deal});
        guesses.found(best);
    }
    keep_best(fitting, most_deals);
    for (const auto& [points, deal] : fitting) {
        Command command{Command::Group::go, icon::briefcase, deal->account, deal->title, "", [id = deal->id](const Context& at) {
                            at.act(action::OpenDeal{id, Screen::deal});
                        }};
        if (deal->account.empty()) std::swap(command.label, command.hint);
        out.add(std::move(command), {deal->title});
    }
}

void add_commitments(const Context& context, CommandCollector& out) {
    for (const auto& commitment : context.deal->commitments) {
        if (!is_named(commitment)) continue;
        Command command{Command::Group::go, icon::workflow, commitment.title, "Commitment", "", [id = commitment.id](const Context& at) {
                            at.act(action::GoTo{Screen::commitments});
                            at.view.commitment = id;
                            at.view.scroll_to_selection = true;
                        }};
        out.add(std::move(command), {}, commitment.done_when);
    }
}

void add_log(const Context& context, CommandCollector& out) {
    for (const auto& interaction : context.deal->interactions) {
        if (trimmed(interaction.summary).empty()) continue;
        out.add({Command::Group::go, interaction_icon(interaction.kind), interaction.summary, short_date(interaction.on, context.today), "",
                 [id = interaction.id](const Context& at) {
                     at.act(action::GoTo{Screen::log});
                     at.view.interaction = id;
                     at.view.scroll_to_selection = true;
                 }});
    }
}

}

void add_things(const Context& context, CommandCollector& out) {
    const auto& deal = *context.deal;
    for (const auto& person : deal.stakeholders) {
        if (trimmed(person.name).empty()) continue;
        const auto name = name_of(deal, person.id);
        Command command{Command::Group::go, icon::user, name, person_line(person), "", [id = person.id](const Context& at) {
                            at.act(action::GoTo{Screen::people});
                            show_person(at, id);
                        }};
        out.add(std::move(command), {person.name}, label_of(person.function));
    }
    add_commitments(context, out);
    add_log(context, out);
    for (const auto& concern : deal.concerns) {
        out.add({Command::Group::go, icon::circle_alert, concern.text, "Concern of " + name_of(deal, concern.stakeholder), "",
                 [id = concern.stakeholder](const Context& at) {
                     at.act(action::GoTo{Screen::people});
                     show_person(at, id);
                 }});
    }
}

void add_people_of_other_deals(const Context& context, CommandCollector& out) {
    struct Somebody {
        const Deal* deal = nullptr;
        const Stakeholder* person = nullptr;
    };
    if (out.query().letters() < least_letters) return;
    std::vector<Ranked<Somebody>> fitting;
    Guesses guesses;
    for (const auto& entry : context.document.entries) {
        if (context.deal && entry.deal.id == context.deal->id) continue;
        for (const auto& person : entry.deal.stakeholders) {
            const auto fit = out.query().fit(person.name, guesses.next());
            if (fit) fitting.push_back({fit.points, {&entry.deal, &person}});
            guesses.found(fit);
        }
    }
    keep_best(fitting, most_people);
    for (const auto& [points, somebody] : fitting) {
        const auto& [deal, person] = somebody;
        Command command{Command::Group::go,
                        icon::user,
                        name_of(*deal, person->id),
                        "in " + deal_words(*deal),
                        "",
                        [id = deal->id, who = person->id](const Context& at) {
                            at.act(action::OpenDeal{id, Screen::people});
                            show_person(at, who);
                        }};
        out.add(std::move(command), {person->name});
    }
}

void add_places(const Context& context, CommandCollector& out) {
    for (const auto& page : all_pages()) {
        if (page.full_name.empty() || (is_deal_page(page.screen) && !context.deal) || (page.edits && context.read_only)) continue;
        out.add({Command::Group::go, page.icon, std::string(page.full_name), "", std::string(page.key),
                 [screen = page.screen](const Context& at) { at.act(action::GoTo{screen}); }});
    }
    add_deals(context, out);
}

}
