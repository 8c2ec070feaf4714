#include "core/report/deal_page.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/names.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/words/person_name.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/shown_name.hpp"
#include "core/report/plan_page.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string outcome_words(const Outcome& outcome) {
    if (const auto* won = std::get_if<Won>(&outcome)) return "Won on " + full_date(won->on);
    if (const auto* lost = std::get_if<Lost>(&outcome)) {
        return "Lost on " + full_date(lost->on) + (lost->to.empty() ? "" : " to " + lost->to) + (lost->why.empty() ? "" : ": " + lost->why);
    }
    if (const auto* none = std::get_if<NoDecision>(&outcome)) {
        return "No decision on " + full_date(none->on) + (none->why.empty() ? "" : ": " + none->why);
    }
    return "Open";
}

// With the year: what is printed is read later.
std::string full_value_words(const OwnField& field) {
    const auto day = field.kind == FieldKind::date ? Date::parse(field.value) : Result<Date>(Date());
    return field.kind == FieldKind::date && day ? full_date(*day) : own_value_words(field, {});
}

std::string names_of_tags(const std::vector<Tag>& tags) {
    std::vector<std::string> names;
    for (const auto& tag : tags) {
        names.push_back(tag.name);
    }
    return joined(names);
}

PaperSection facts_of(const Deal& deal) {
    PaperItem item;
    add_fact(item, "Account", deal.account);
    if (deal.client != Client::unknown) add_fact(item, "Customer", std::string(label_of(deal.client)));
    add_fact(item, "Seller", deal.seller);
    add_fact(item, "State", outcome_words(deal.outcome));
    add_fact(item, "Opened", full_date(deal.opened));
    if (deal.amount) add_fact(item, "Amount", format_money(*deal.amount));
    if (const auto* target = target_of(deal)) {
        const bool theirs = target->reason == TargetReason::buyer_event;
        add_fact(item, theirs ? "Buyer's date" : "Our target",
                 full_date(*target->date) + (target->note.empty() ? "" : ", " + target->note));
    }
    for (const auto& alternative : deal.alternatives) {
        add_fact(item, std::string(label_of(alternative.kind)),
                 alternative.name + (alternative.notes.empty() ? "" : ": " + alternative.notes));
    }
    for (const auto& field : deal.fields) {
        add_fact(item, field.name, full_value_words(field));
    }
    add_fact(item, "Tags", names_of_tags(deal.tags));
    add_fact(item, "Notes", deal.notes);
    return {"The deal", {std::move(item)}, {}, false};
}

PaperItem item_of(const Deal& deal, const Commitment& commitment, const PlanItem& planned, std::string heading) {
    PaperItem item{std::move(heading), std::string(label_of(planned.state)), {}};
    if (planned.due) item.quiet += ", due " + full_date(*planned.due);
    if (commitment.decides) item.quiet += ", the decision";
    add_fact(item, "Done when", commitment.done_when);
    if (!commitment.buyer_owner.empty()) add_fact(item, "Owner", name_of(deal, commitment.buyer_owner));
    add_fact(item, "Who has to agree", joined_names(deal, commitment.people));
    add_fact(item, "Ask", commitment.ask);
    for (const auto& value : commitment.value_offered) {
        add_fact(item, "Offer", value.what);
    }
    for (const auto& event : commitment.events) {
        if (event.kind == CommitmentEventKind::planned || event.kind == CommitmentEventKind::due) continue;
        const bool theirs = event.kind == CommitmentEventKind::asked && event.by == Asker::them;
        auto words = full_date(event.on) + ": " + std::string(theirs ? label_of(event.by) : label_of(event.kind));
        if (!event.who.empty()) words += ", " + joined_names(deal, event.who);
        if (event.not_before) words += ", not before " + full_date(*event.not_before);
        add_fact(item, {}, words + (event.why.empty() ? "" : ": " + event.why));
    }
    add_fact(item, "Evidence", commitment.evidence);
    return item;
}

// Those that count, numbered.
PaperSection commitments_of(const Deal& deal, const std::vector<PlanItem>& plan) {
    PaperSection section{"Commitments", {}, "None yet.", false};
    for (const auto& planned : plan) {
        const auto* commitment = find(deal, planned.id);
        if (!commitment || is_set_aside(planned.state)) continue;
        const auto number = std::to_string(section.items.size() + 1);
        section.items.push_back(item_of(deal, *commitment, planned, number + ". " + commitment->title));
    }
    return section;
}

PaperSection set_aside_of(const Deal& deal, const std::vector<PlanItem>& plan) {
    PaperSection section{"No longer in the plan", {}, {}, false};
    for (const auto& planned : plan) {
        const auto* commitment = find(deal, planned.id);
        if (commitment && is_set_aside(planned.state)) section.items.push_back(item_of(deal, *commitment, planned, commitment->title));
    }
    return section;
}

PaperSection people_of(const Deal& deal) {
    PaperSection section{"People", {}, "Nobody is named yet.", true};
    for (const auto& person : deal.stakeholders) {
        PaperItem item{distinct_name(deal, person), person.title, {}};
        item.quiet += (item.quiet.empty() ? "" : ", ") + std::string(label_of(person.function)) + ", " + std::string(label_of(person.role));
        const auto frozen = person.stances.empty() ? std::nullopt : person.stances.back().not_before;
        if (person.left) {
            add_fact(item, "Left", full_date(person.left->on) + (person.left->why.empty() ? "" : ": " + person.left->why));
        } else {
            add_fact(item, "Stance", std::string(label_of(stance_of(person))) + (frozen ? ", not before " + full_date(*frozen) : ""));
        }
        add_fact(item, "Influence", std::to_string(person.influence) + " of 100");
        add_fact(item, "Problem", person.problem);
        add_fact(item, "Needs", person.needed_outcome);
        add_fact(item, "Contact", person.contact);
        for (const auto& field : person.fields) {
            add_fact(item, field.name, full_value_words(field));
        }
        add_fact(item, "Tags", names_of_tags(person.tags));
        add_fact(item, "Notes", person.notes);
        section.items.push_back(std::move(item));
    }
    return section;
}

PaperSection concerns_of(const Deal& deal) {
    PaperItem item;
    for (const auto& concern : deal.concerns) {
        const bool question = concern.kind == ConcernKind::question;
        add_fact(item, name_of(deal, concern.stakeholder), concern.text + (question ? " (question, " : " (") + (question ? folded(label_of(state_of(concern))) : std::string(label_of(state_of(concern)))) + ')');
    }
    PaperSection section{"Concerns", {}, "None known.", false};
    if (!item.facts.empty()) section.items.push_back(std::move(item));
    return section;
}

PaperSection promises_of(const Deal& deal) {
    PaperItem item;
    for (const auto& promise : deal.promises) {
        auto words =
            promise.what + " (" + std::string(label_of(state_of(promise))) + (promise.due ? ", due " + full_date(*promise.due) : "") + ')';
        add_fact(item, promise.to.empty() ? "To all" : "To " + name_of(deal, promise.to), std::move(words));
    }
    PaperSection section{"What we promised", {}, "Nothing.", false};
    if (!item.facts.empty()) section.items.push_back(std::move(item));
    return section;
}

PaperSection log_of(const Deal& deal) {
    std::vector<const Interaction*> latest_first;
    for (const auto& interaction : deal.interactions) {
        latest_first.push_back(&interaction);
    }
    sort_list(latest_first, std::ranges::greater(), &Interaction::on);
    PaperSection section{"Log", {}, "Nothing yet.", false};
    for (const auto* interaction : latest_first) {
        PaperItem item{
            full_date(interaction->on) + ", " + std::string(label_of(interaction->kind)), joined_names(deal, interaction->people), {}};
        add_fact(item, {}, interaction->summary);
        for (const auto& value : interaction->value_given) {
            add_fact(item, "Given", value.what);
        }
        if (interaction->next) {
            const auto& next = *interaction->next;
            auto what = next_step_words(deal, next);
            if (next.on) what += ", " + full_date(*next.on);
            if (next.state != NextStepState::planned) what += ", " + folded(label_of(next.state));
            add_fact(item, "Next", std::move(what));
        }
        section.items.push_back(std::move(item));
    }
    return section;
}

}

Paper deal_paper(const Deal& deal, Date today) {
    Paper paper;
    paper.title = text_or(deal.title, untitled_deal);
    paper.quiet = "Internal: with private notes, not for the buyer. As of " + full_date(today) + ".";
    const auto plan = plan_of(deal);
    paper.sections = {facts_of(deal), commitments_of(deal, plan), people_of(deal), concerns_of(deal), promises_of(deal), log_of(deal)};
    if (auto aside = set_aside_of(deal, plan); !aside.items.empty()) {
        paper.sections.insert(paper.sections.begin() + 2, std::move(aside));
    }
    return paper;
}

}
