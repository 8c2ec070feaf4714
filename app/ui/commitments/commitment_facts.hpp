#pragma once

#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

// What a commitment is, as text: for those who only look.
void draw_commitment_facts(const Context& context, const Commitment& commitment, float width);
// What each person who has to agree answered last; nothing before the first ask.
void draw_commitment_answers(const Context& context, const Commitment& commitment, float width);
// What the playbook knows of this step: how long it usually takes, how often it is kept.
void draw_commitment_usual(const Context& context, const Commitment& commitment, float width);
// Everything that happened, the last first.
void draw_commitment_history(const Context& context, const Commitment& commitment, float width);

}
