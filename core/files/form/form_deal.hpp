#pragma once

#include "core/files/form/form_commitments.hpp"
#include "core/files/form/form_log.hpp"
#include "core/files/form/form_people.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/origin_values.hpp"

#include <array>

namespace middleground::io {

// How files say the outcome of a closed deal; an open one has none.
enum class ClosedAs : std::uint8_t { won, lost, no_decision };

struct Closing {
    ClosedAs state = ClosedAs::won;
    Date on;
    std::string to;
    std::string why;
};

inline std::optional<Closing> closing_of(const Outcome& outcome) {
    if (const auto* won = std::get_if<Won>(&outcome)) return Closing{ClosedAs::won, won->on, {}, {}};
    if (const auto* lost = std::get_if<Lost>(&outcome)) return Closing{ClosedAs::lost, lost->on, lost->to, lost->why};
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return Closing{ClosedAs::no_decision, none->on, {}, none->why};
    return {};
}

inline Outcome outcome_of(const std::optional<Closing>& closing) {
    if (!closing) return Open{};
    switch (closing->state) {
    case ClosedAs::won:
        return Won{closing->on};
    case ClosedAs::lost:
        return Lost{closing->on, closing->to, closing->why};
    case ClosedAs::no_decision:
        break;
    }
    return NoDecision{closing->on, closing->why};
}

template <typename Form>
void describe(Form& form, Described<Form, Closing>& closing) {
    form.choice("state", closing.state);
    form.date("on", closing.on);
    if (closing.state == ClosedAs::lost) form.text("to", closing.to);
    if (closing.state != ClosedAs::won) form.text("why", closing.why);
}

template <typename Form>
void describe(Form& form, Described<Form, Money>& money) {
    form.amount("minor", money.minor);
    form.text("currency", money.currency);
}

template <typename Form>
void describe(Form& form, Described<Form, TargetEvent>& target) {
    form.date("on", target.on);
    form.date("date", target.date);
    form.choice("reason", target.reason, TargetReason::seller_target);
    form.text("note", target.note);
}

template <typename Form>
void describe(Form& form, Described<Form, Alternative>& alternative) {
    form.text("name", alternative.name);
    form.choice("kind", alternative.kind, AlternativeKind::competitor);
    form.text("notes", alternative.notes);
    form.rest(alternative.extra);
}

template <typename Form>
void describe(Form& form, Described<Form, Tag>& tag) {
    form.text("name", tag.name);
}

template <typename Form>
void describe(Form& form, Described<Form, DocumentLink>& link) {
    form.text("title", link.title);
    form.text("url", link.url);
}

template <typename Form>
void describe(Form& form, Described<Form, RemovedPerson>& removed) {
    form.text("person", removed.person);
}

template <typename Form>
void describe(Form& form, Described<Form, DealOrigin>& origin) {
    form.choice("system", origin.system, OriginSystem::other);
    form.text("id", origin.id);
    form.text("title", origin.title);
    form.text("account", origin.account);
    form.text("amount", origin.amount);
    form.text("seller", origin.seller);
    form.text("target", origin.target);
    form.text("outcome", origin.outcome);
    form.list("removed", origin.removed);
}

template <typename Form>
void describe(Form& form, Described<Form, Deal>& deal) {
    form.id("id", deal.id);
    form.text("title", deal.title);
    form.text("account", deal.account);
    form.part("amount", deal.amount);
    form.text("seller", deal.seller);
    form.text("playbook", deal.playbook);
    form.date("opened", deal.opened);
    form.opened_on(deal.opened);
    form.list("targets", deal.targets);
    form.choice("process", deal.process, Process::seller_led);
    auto closing = closing_of(deal.outcome);
    form.part("outcome", closing);
    if constexpr (Form::reads) deal.outcome = outcome_of(closing);
    form.whole("expected_group_size", deal.expected_group_size, 7);
    form.flag("sample", deal.sample);
    form.list("alternatives", deal.alternatives);
    form.list("stakeholders", deal.stakeholders);
    form.list("influences", deal.influences);
    form.list("commitments", deal.commitments);
    form.list("promises", deal.promises);
    form.list("interactions", deal.interactions);
    form.list("concerns", deal.concerns);
    form.text("notes", deal.notes);
    form.date("created", deal.created, deal.opened);
    form.text("based_on", deal.based_on);
    std::optional<DealOrigin> origin;
    if constexpr (!Form::reads) {
        if (deal.origin) origin = without_known(*deal.origin, values_of(deal));
    }
    form.part("origin", origin);
    if constexpr (Form::reads) {
        if (origin) deal.origin = with_known(std::move(*origin), values_of(deal));
    }
    form.list("tags", deal.tags);
    form.list("links", deal.links);
    form.text("lesson", deal.lesson);
    form.rest(deal.extra);
}

}

// Beside the model's own names because only files name it.
namespace middleground {

template <>
inline std::span<const EnumName<io::ClosedAs>> names_of<io::ClosedAs>() {
    using enum io::ClosedAs;
    static constexpr std::array<EnumName<io::ClosedAs>, 3> names{
        {{won, "won", "Won"}, {lost, "lost", "Lost"}, {no_decision, "no_decision", "No decision"}}};
    return names;
}

}
