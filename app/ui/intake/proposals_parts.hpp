#pragma once

#include "app/ui/context.hpp"

namespace middleground {

class IntakeSession; // app/session/intake/intake_session.hpp
struct Deal;         // core/model/deal.hpp

// The parts of the page of mails, meetings, contacts, calls and plans that came in: what they would change in a deal.
[[gnu::noinline]] void draw_proposals_page(const Context& context, const IntakeSession& session);

// The choice between them and tables, where both came.
void draw_what_came(const Context& context);

// The files, what one of them says, and what is to be known of them.
void draw_intake_files(const Context& context, const IntakeSession& session, float width);
void draw_intake_text(const Context& context, const IntakeSession& session, float width);
void draw_intake_notes(const Context& context, const IntakeSession& session, float width);
// Which deal it is for.
void draw_intake_deal(const Context& context, const IntakeSession& session, float width);
// What would change, by sorts.
void draw_intake_proposals(const Context& context, const IntakeSession& session, float width);

}
