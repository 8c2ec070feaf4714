#include "app/viewmodel/search/deal_texts.hpp"

#include "core/model/words/person_name.hpp"
#include "core/model/words/shown_name.hpp"

#include <cstddef>

namespace middleground {

namespace {

class Texts {
public:
    explicit Texts(const std::function<void(const DealText&)>& take) : take_(take) {}
    void at(TextPlace place, std::size_t index) {
        place_ = place;
        index_ = index;
    }
    void add(std::string_view text) {
        if (!text.empty()) take_({place_, index_, text});
    }

private:
    const std::function<void(const DealText&)>& take_;
    TextPlace place_ = TextPlace::name;
    std::size_t index_ = 0;
};

void add_people(Texts& texts, const Deal& deal) {
    const auto& people = deal.stakeholders;
    for (std::size_t i = 0; i < people.size(); ++i) {
        texts.at(TextPlace::person, i);
        texts.add(people[i].name);
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto& person = people[i];
        texts.at(TextPlace::person, i);
        for (const auto* text : {&person.title, &person.contact, &person.problem, &person.needed_outcome, &person.notes}) {
            texts.add(*text);
        }
        for (const auto& tag : person.tags) {
            texts.add(tag.name);
        }
        for (const auto& field : person.fields) {
            texts.add(field.value);
        }
        for (const auto& stance : person.stances) {
            texts.add(stance.why);
        }
        if (person.left) texts.add(person.left->why);
    }
}

void add_plan(Texts& texts, const Deal& deal) {
    for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
        const auto& commitment = deal.commitments[i];
        texts.at(TextPlace::plan, i);
        for (const auto* text : {&commitment.title, &commitment.done_when, &commitment.evidence, &commitment.ask}) {
            texts.add(*text);
        }
        for (const auto& value : commitment.value_offered) {
            texts.add(value.what);
            texts.add(value.outcome);
        }
        for (const auto& event : commitment.events) {
            texts.add(event.why);
        }
    }
}

void add_log(Texts& texts, const Deal& deal) {
    for (std::size_t i = deal.interactions.size(); i-- > 0;) {
        const auto& interaction = deal.interactions[i];
        texts.at(TextPlace::log, i);
        texts.add(interaction.summary);
        if (interaction.next) texts.add(interaction.next->what);
        for (const auto& value : interaction.value_given) {
            texts.add(value.what);
            texts.add(value.outcome);
        }
    }
}

void add_rest(Texts& texts, const Deal& deal) {
    for (std::size_t i = 0; i < deal.concerns.size(); ++i) {
        texts.at(TextPlace::concern, i);
        texts.add(deal.concerns[i].text);
        for (const auto& event : deal.concerns[i].events) {
            texts.add(event.note);
        }
    }
    for (std::size_t i = 0; i < deal.promises.size(); ++i) {
        texts.at(TextPlace::promise, i);
        texts.add(deal.promises[i].what);
        for (const auto& event : deal.promises[i].events) {
            texts.add(event.note);
        }
    }
    for (std::size_t i = 0; i < deal.alternatives.size(); ++i) {
        texts.at(TextPlace::alternative, i);
        texts.add(deal.alternatives[i].name);
        texts.add(deal.alternatives[i].notes);
    }
    for (std::size_t i = 0; i < deal.links.size(); ++i) {
        texts.at(TextPlace::link, i);
        texts.add(deal.links[i].title);
        texts.add(deal.links[i].url);
    }
    texts.at(TextPlace::lesson, 0);
    texts.add(deal.lesson);
    texts.at(TextPlace::outcome, 0);
    if (const auto* lost = std::get_if<Lost>(&deal.outcome)) {
        texts.add(lost->to);
        texts.add(lost->why);
    } else if (const auto* none = std::get_if<NoDecision>(&deal.outcome)) {
        texts.add(none->why);
    }
}

}

void for_each_text(const Deal& deal, const std::function<void(const DealText&)>& take) {
    Texts texts(take);
    texts.at(TextPlace::name, 0);
    texts.add(deal.account);
    texts.add(deal.title);
    texts.add(deal.seller);
    for (std::size_t i = 0; i < deal.tags.size(); ++i) {
        texts.at(TextPlace::tag, i);
        texts.add(deal.tags[i].name);
    }
    for (std::size_t i = 0; i < deal.fields.size(); ++i) {
        texts.at(TextPlace::field, i);
        texts.add(deal.fields[i].value);
    }
    add_people(texts, deal);
    texts.at(TextPlace::notes, 0);
    texts.add(deal.notes);
    add_log(texts, deal);
    add_plan(texts, deal);
    add_rest(texts, deal);
}

std::string place_words(const Deal& deal, TextPlace place, std::size_t index, Date today) {
    switch (place) {
    case TextPlace::name:
    case TextPlace::ask:
        return {};
    case TextPlace::person:
        return index < deal.stakeholders.size() ? "at " + distinct_name(deal, deal.stakeholders[index]) : std::string();
    case TextPlace::plan:
        return index < deal.commitments.size() && !deal.commitments[index].title.empty() ? "in the plan, " + deal.commitments[index].title : "in the plan";
    case TextPlace::log:
        return index < deal.interactions.size() ? "in the log, " + short_date(deal.interactions[index].on, today) : "in the log";
    case TextPlace::concern:
        return index < deal.concerns.size() ? "in a concern of " + name_of(deal, deal.concerns[index].stakeholder) : "in a concern";
    case TextPlace::promise:
        return "in a promise";
    case TextPlace::alternative:
        return "in the alternatives";
    case TextPlace::tag:
        return "in the tags";
    case TextPlace::field:
        return index < deal.fields.size() ? "in " + deal.fields[index].name : std::string();
    case TextPlace::link:
        return "in the links";
    case TextPlace::notes:
        return "in the notes";
    case TextPlace::lesson:
        return "in the lesson";
    case TextPlace::outcome:
        return "in how it ended";
    }
    return {};
}

}
